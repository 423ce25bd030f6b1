#include "explain/why_promises.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <set>

#include "explain/why_nodes.hpp"
#include "support/generate_text.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_narrowing.hpp"
#include "support/reference_truth.hpp"

namespace vertebra::test {
namespace {

using explain::Asked;
using generate::Answers;
using FactSet = std::set<std::uint32_t>;

// What the reference says about a question, for one patient.
struct Said {
  Truth truth = Truth::unknown;
  bool assessed = true;  // care
  int least = 0;         // care
  int most = 0;
  Verdict verdict = Verdict::provisional;
  Cause cause = Cause::none;
  FactSet waits_on;
};

class Judge {
 public:
  Judge(const model::RuleSet& rules, const model::Profile& profile, const image::Image& image)
      : rules_{rules}, profile_{profile}, image_{image} {}

  Said operator()(const Answers& answers, const Asked& asked) const {
    const reference::Outcome outcome = reference::evaluate(rules_, profile_, answers);
    if (asked.subject == WhySubject::care) return care(outcome, asked);
    if (asked.subject == WhySubject::treatment) return treatment(outcome, asked);
    return red_flag(answers, asked);
  }

  const image::Image& image() const { return image_; }
  const model::Vocabulary& vocabulary() const { return rules_.vocabulary; }

  bool is_consistent(const Answers& answers) const {
    return reference::narrow(rules_.vocabulary, answers).conflicts.empty();
  }

  // Whether one stands before the other; nothing where they are not both ranked.
  std::optional<bool> stands_before(const Answers& answers, const Asked& asked) const {
    const reference::Outcome outcome = reference::evaluate(rules_, profile_, answers);
    const auto rank = [&](std::uint32_t index) {
      return std::ranges::find(outcome.treatments, id(image_.treatments[index].id), &reference::Treatment::id)->rank;
    };
    const int first = rank(asked.index), second = rank(asked.second);
    return first == 0 || second == 0 ? std::nullopt : std::optional{first < second};
  }

 private:
  std::string id(image::Text text) const { return std::string{image_.view(text)}; }

  void add(const reference::Ids& ids, FactSet& facts) const {
    for (std::uint32_t i = 0; i < image_.facts.size(); ++i)
      if (std::ranges::find(ids, id(image_.facts[i].id)) != ids.end()) facts.insert(i);
  }

  Said care(const reference::Outcome& outcome, const Asked& asked) const {
    Said said;
    said.assessed = outcome.care.has_value();
    if (!said.assessed) said.truth = Truth::no;
    if (!said.assessed) return said;
    said.least = outcome.care->least;
    said.most = outcome.care->most;
    const int level = static_cast<int>(asked.level.value_or(0));
    if (!asked.level) said.truth = said.least == said.most ? Truth::yes : Truth::unknown;
    if (asked.level) said.truth = said.least >= level ? Truth::yes : said.most < level ? Truth::no : Truth::unknown;
    for (const reference::RedFlag& flag : outcome.red_flags)
      if (flag.truth == Truth::unknown && flag.level > said.least && flag.level >= level)
        add(flag.depends_on, said.waits_on);
    if (said.truth != Truth::unknown) said.waits_on.clear();
    return said;
  }

  Said treatment(const reference::Outcome& outcome, const Asked& asked) const {
    const auto found =
        std::ranges::find(outcome.treatments, id(image_.treatments[asked.index].id), &reference::Treatment::id);
    Said said;
    said.verdict = found->verdict;
    said.cause = found->cause;
    said.truth = found->verdict == Verdict::offered    ? Truth::yes
                 : found->verdict == Verdict::withheld ? Truth::no
                                                       : Truth::unknown;
    add(found->depends_on, said.waits_on);
    if (said.truth == Truth::unknown && outcome.care) add(outcome.care->deferral_waits_on, said.waits_on);
    return said;
  }

  Said red_flag(const Answers& answers, const Asked& asked) const {
    const image::RedFlag& flag = image_.red_flags[asked.index];
    const std::string guide_id = id(image_.guides[flag.guide].id);
    const model::Guide& guide = *std::ranges::find(rules_.guides, guide_id, &model::Guide::id);
    const model::RedFlag& rule = *std::ranges::find(guide.red_flags, id(flag.id), &model::RedFlag::id);
    const reference::Narrowed narrowed = reference::narrow(rules_.vocabulary, answers);
    const reference::View view{rules_, narrowed.domains};
    Said said;
    said.truth = std::min(reference::truth_of(view, guide.scope), reference::truth_of(view, rule.when));
    if (said.truth != Truth::unknown) return said;
    reference::Facts facts;
    reference::add_facts_behind(view, guide.scope, Truth::unknown, facts);
    reference::add_facts_behind(view, std::optional{rule.when}, Truth::unknown, facts);
    for (const int fact : facts) said.waits_on.insert(static_cast<std::uint32_t>(fact));
    return said;
  }

  const model::RuleSet& rules_;
  const model::Profile& profile_;
  const image::Image& image_;
};

// Whether a patient of whom at least as much is known is said the same of. Care may be omitted later, while nothing urgent was
// certain; the cause of a withheld treatment may move to an earlier one.
bool still_holds(const Said& before, const Said& after, const Asked& asked) {
  switch (asked.subject) {
    case WhySubject::care:
      if (!before.assessed) return !after.assessed;
      if (!after.assessed) return asked.level ? before.truth == Truth::no || *asked.level == 0 : before.least == 0;
      if (asked.level) return after.truth == before.truth;
      return after.least >= before.least && after.most <= before.most;
    case WhySubject::treatment: return after.verdict == before.verdict && after.cause <= before.cause;
    default: return after.truth == before.truth;
  }
}

bool same(const Said& a, const Said& b, const Asked& asked) {
  if (asked.subject == WhySubject::care && !asked.level)
    return a.assessed == b.assessed && a.least == b.least && a.most == b.most;
  return a.truth == b.truth && a.assessed == b.assessed && a.verdict == b.verdict && a.cause == b.cause;
}

Answers only(const Answers& answers, const FactSet& facts) {
  Answers result(answers.size());
  for (const std::uint32_t fact : facts) result[fact] = answers[fact];
  return result;
}

// The ends of the range, and each threshold with the values beside it.
std::vector<double> numbers(const base::FactShape& fact, const image::Image& image, const image::Fact& known) {
  const bool whole = fact.unit.ucum == base::year_unit;
  std::set<double> list{fact.min, fact.max};
  for (std::uint32_t i = known.tests.begin; i < known.tests.end; ++i) {
    const double value = image.tests[i].value;
    for (const double each : {whole ? value - 1 : std::nextafter(value, fact.min), value,
                              whole ? value + 1 : std::nextafter(value, fact.max)})
      if (each >= fact.min && each <= fact.max) list.insert(each);
  }
  return {list.begin(), list.end()};
}

std::vector<base::Possible> values(const base::FactShape& fact, const image::Image& image, const image::Fact& known) {
  std::vector<base::Possible> list;
  if (fact.type == base::FactType::quantity) {
    for (const double value : numbers(fact, image, known)) list.push_back({true, value, value, 0});
  } else {
    const std::size_t size = fact.type == base::FactType::boolean ? 2 : fact.choices.size();
    for (std::size_t i = 0; i < size; ++i) list.push_back({true, 0, 0, std::uint64_t{1} << i});
  }
  return list;
}

// Complete and consistent patients who give these answers. All of them where there are few, else some drawn by lot.
std::vector<Answers> completions(const Judge& judge, const Answers& answers) {
  constexpr std::size_t few = 150;
  constexpr int drawn = 30;
  std::vector<std::vector<base::Possible>> choices;
  std::size_t count = 1;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const base::FactShape& shape = judge.vocabulary().facts[i].shape;
    std::vector<base::Possible> list = values(shape, judge.image(), judge.image().facts[i]);
    if (answers[i].known)
      for (base::Possible& each : list) each = generate::both(shape, answers[i], each);
    count = std::min(few + 1, count * list.size());
    choices.push_back(std::move(list));
  }
  std::vector<Answers> patients;
  std::minstd_rand random{static_cast<std::uint_fast32_t>(answers.size())};
  for (std::size_t n = 0; n < (count <= few ? count : drawn); ++n) {
    Answers patient;
    std::size_t rest = n;
    for (const auto& list : choices) {
      patient.push_back(list[(count <= few ? rest : random()) % list.size()]);
      rest /= list.size();
    }
    if (judge.is_consistent(patient)) patients.push_back(std::move(patient));
  }
  return patients;
}

FactSet facts_of(const explain::WhyTree& tree) { return {tree.facts.begin(), tree.facts.end()}; }

std::string names(const Judge& judge, const FactSet& facts) {
  std::string text;
  for (const std::uint32_t fact : facts) text += ' ' + judge.vocabulary().facts[fact].shape.id;
  return text;
}

// Nodes stand each after its parent, and the answers that they name are those that are said to decide.
std::string wrong_shape(const explain::WhyTree& tree) {
  FactSet named;
  for (std::size_t i = 0; i < tree.reasons.size(); ++i) {
    const explain::Reason& each = tree.reasons[i];
    if (each.parent >= static_cast<int>(i) || (each.parent < 0) != (i == 0)) return "a node stands before its parent";
    if (i > 0 && each.depth != tree.reasons[static_cast<std::size_t>(each.parent)].depth + 1) return "a wrong depth";
    if (each.kind != WhyKind::fact || each.truth == Truth::unknown) continue;
    named.insert(each.index);
    if (!each.derived && !facts_of(tree).contains(each.index)) return "a node names an answer that does not decide";
  }
  for (const std::uint32_t fact : tree.facts)
    if (!named.contains(fact)) return "no node names an answer that decides";
  return {};
}

std::string wrong_facts(const Judge& judge, const Answers& answers, const Asked& asked, const explain::WhyTree& tree) {
  const Said said = judge(answers, asked);
  if (tree.truth != said.truth)
    return std::string{to_string(tree.truth)} + " where the reference says " + std::string{to_string(said.truth)};
  const std::vector<std::uint32_t> waits = explain::waits_on(tree);
  if (FactSet{waits.begin(), waits.end()} != said.waits_on)
    return "waits on" + names(judge, {waits.begin(), waits.end()}) + ", for the reference on" +
           names(judge, said.waits_on);
  const FactSet facts = facts_of(tree);
  const bool is_certain = said.truth != Truth::unknown || (asked.subject == WhySubject::care && !asked.level);
  if (!is_certain) return facts.empty() ? std::string{} : "something open is decided by" + names(judge, facts);
  const Answers alone = only(answers, facts);
  if (!same(judge(alone, asked), said, asked)) return "not enough:" + names(judge, facts);
  for (const std::uint32_t left_out : facts) {
    FactSet fewer = facts;
    fewer.erase(left_out);
    if (same(judge(only(answers, fewer), asked), said, asked)) return "enough without" + names(judge, {left_out});
  }
  for (const Answers& each : completions(judge, alone))
    if (!still_holds(said, judge(each, asked), asked))
      return names(judge, facts) + " do not decide for " + generate::to_text(judge.vocabulary(), each);
  return {};
}

// Ranks may change with answers that are still open; what is certain is who leads where both have a rank.
std::string wrong_rank(const Judge& judge, const Answers& answers, const Asked& asked, const explain::WhyTree& tree) {
  if (tree.truth == Truth::unknown) return {};
  if (tree.truth == Truth::yes && judge.stands_before(answers, asked) != true)
    return "it does not stand before the other";
  for (const Answers& each : completions(judge, only(answers, facts_of(tree))))
    if (judge.stands_before(each, asked) == (tree.truth == Truth::no))
      return names(judge, facts_of(tree)) + " do not decide for " + generate::to_text(judge.vocabulary(), each);
  return {};
}

}  // namespace

std::string broken_promise(const model::RuleSet& rules, const model::Profile& profile, Explained& library,
                           const generate::Answers& answers, const explain::Asked& asked) {
  const Judge judge{rules, profile, library.image()};
  const explain::WhyTree tree = library.why(answers, asked);
  std::string wrong = wrong_shape(tree);
  if (wrong.empty())
    wrong = asked.subject == WhySubject::rank ? wrong_rank(judge, answers, asked, tree)
                                              : wrong_facts(judge, answers, asked, tree);
  return wrong.empty() ? wrong : library.name(asked) + ": " + wrong;
}

}  // namespace vertebra::test
