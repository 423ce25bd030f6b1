#include "explain/questions.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "eval/answers.hpp"
#include "eval/domain.hpp"
#include "explain/words.hpp"

namespace vertebra::explain {
namespace {

// INVARIANT: no more roots than nodes.
std::size_t most_roots(const image::Image& image) { return image.node_end(); }

bool is_wanted(Changes changes, Until until, bool rank_settled) {
  if (until == Until::everything) return true;
  if (changes.has(Change::care)) return true;
  if (until == Until::care) return false;
  return changes.has(Change::verdicts) || (until == Until::rank && changes.has(Change::scores) && !rank_settled);
}

}  // namespace

Questions::Questions(const image::Image& image, const eval::Result& result)
    : image_{image}, result_{result}, reach_{image, result.planes}, words_{(image.treatments.size() + 63) / 64} {
  root_of_.resize(image.node_end(), image::none);
  nodes_.reserve(most_roots(image));
  roots_.reserve(most_roots(image));
  held_.reserve(most_roots(image) * words_);
  found_.reserve(image.facts.size());
  is_found_.resize(image.facts.size());
  facts_.resize(image.facts.size());
  fact_held_.resize(image.facts.size() * words_);
  verdicts_.resize(image.facts.size());
  list_.reserve(image.facts.size());
}

const std::vector<Question>& Questions::list(Until until) {
  add_scopes();
  add_red_flags();
  add_treatments();
  add_deferral();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) spread(i);
  for (const std::uint32_t fact : found_) verdicts_[fact] = verdicts_of(fact);
  std::ranges::sort(found_, [this](std::uint32_t a, std::uint32_t b) { return stands_before(a, b); });
  const bool settled = until == Until::rank && is_rank_settled(image_, result_);
  list_.clear();
  for (const std::uint32_t fact : found_)
    if (is_wanted(changes_of(fact), until, settled)) list_.push_back(describe(fact));

  for (const std::uint32_t node : nodes_) root_of_[node] = image::none;
  for (const std::uint32_t fact : found_) {
    is_found_[fact] = 0;
    facts_[fact] = {};
    std::ranges::fill(std::span{fact_held_}.subspan(fact * words_, words_), 0);
  }
  nodes_.clear(), roots_.clear(), held_.clear(), found_.clear();
  return list_;
}

std::uint32_t Questions::root(image::Literal literal) {
  std::uint32_t& place = root_of_[literal.node()];
  if (place != image::none) return place;
  place = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(literal.node());
  roots_.push_back({});
  held_.resize(held_.size() + words_);
  return place;
}

void Questions::hold_open(std::uint32_t root, std::uint32_t treatment) {
  held_[root * words_ + treatment / 64] |= std::uint64_t{1} << (treatment % 64);
}

// Care is omitted once every guide with red flags is out of scope; one that is surely in scope rules that out.
void Questions::add_scopes() {
  const auto has_a_say = [](const image::Guide& guide) { return guide.role != image::Role::consult; };
  const bool assessed = std::ranges::any_of(image_.guides, [&](const image::Guide& guide) {
    return has_a_say(guide) && guide.has_red_flags && result_.planes.at(guide.scope) == Truth::yes;
  });
  for (const image::Guide& guide : image_.guides) {
    if (!has_a_say(guide) || !is_open(guide.scope)) continue;
    Stakes& stakes = roots_[root(guide.scope)];
    stakes.scope = true;
    stakes.care = stakes.care || (guide.has_red_flags && !assessed);
  }
}

void Questions::add_red_flags() {
  for (const image::RedFlag& flag : image_.red_flags) {
    if (flag.level <= result_.care_least || !is_open(flag.holds)) continue;
    Stakes& stakes = roots_[root(flag.holds)];
    stakes.care = true;
    stakes.level = std::max(stakes.level, flag.level);
  }
}

void Questions::add_treatments() {
  for (std::uint32_t index = 0; index < image_.treatments.size(); ++index) {
    if (!is_open(index)) continue;
    const image::Treatment& treatment = image_.treatments[index];
    if (is_open(treatment.indication)) hold_open(root(treatment.indication), index);
    for (std::uint32_t i = treatment.warnings.begin; i < treatment.warnings.end; ++i) {
      const image::Warning& warning = image_.warnings[i];
      const image::Literal holds = image_.contraindications[warning.contraindication].holds;
      if (!is_open(holds)) continue;
      const std::uint32_t place = root(holds);
      if (warning.blocks) hold_open(place, index);
      if (!warning.blocks) roots_[place].cautions = true;
    }
    add_arguments(treatment);
  }
}

void Questions::add_arguments(const image::Treatment& treatment) {
  for (std::uint32_t i = treatment.arguments.begin; i < treatment.arguments.end; ++i) {
    const image::Argument& argument = image_.arguments[i];
    if (is_open(argument.when)) roots_[root(argument.when)].points += std::abs(argument.points);
  }
}

// While it is open whether treatments wait, all that are not withheld are held open by it.
void Questions::add_deferral() {
  if (result_.deferred != Truth::unknown) return;
  const std::uint32_t place = root(image_.deferred);
  for (std::uint32_t i = 0; i < image_.treatments.size(); ++i)
    if (is_open(i)) hold_open(place, i);
}

void Questions::spread(std::uint32_t root) {
  reach_.add({nodes_[root] * 2});
  for (const std::uint32_t fact : reach_.facts()) {
    if (is_found_[fact] == 0) found_.push_back(fact);
    is_found_[fact] = 1;
    add(facts_[fact], roots_[root]);
    for (std::size_t word = 0; word < words_; ++word) fact_held_[fact * words_ + word] |= held_[root * words_ + word];
  }
  reach_.clear();
}

void Questions::add(Stakes& stakes, const Stakes& more) const {
  stakes.scope = stakes.scope || more.scope;
  stakes.care = stakes.care || more.care;
  stakes.cautions = stakes.cautions || more.cautions;
  stakes.level = std::max(stakes.level, more.level);
  stakes.points += more.points;
}

int Questions::verdicts_of(std::uint32_t fact) const {
  int count = 0;
  for (std::size_t word = 0; word < words_; ++word) count += std::popcount(fact_held_[fact * words_ + word]);
  return count;
}

bool Questions::stands_before(std::uint32_t a, std::uint32_t b) const {
  const Stakes& first = facts_[a];
  const Stakes& second = facts_[b];
  if (first.scope != second.scope) return first.scope;
  if (first.level != second.level) return first.level > second.level;
  if (verdicts_[a] != verdicts_[b]) return verdicts_[a] > verdicts_[b];
  return first.points != second.points ? first.points > second.points : a < b;
}

Changes Questions::changes_of(std::uint32_t fact) const {
  Changes changes;
  if (facts_[fact].care) changes.add(Change::care);
  if (verdicts_[fact] > 0) changes.add(Change::verdicts);
  if (facts_[fact].points > 0) changes.add(Change::scores);
  if (facts_[fact].cautions) changes.add(Change::cautions);
  return changes;
}

Question Questions::describe(std::uint32_t fact) const {
  const image::Fact& each = image_.facts[fact];
  const Stakes& stakes = facts_[fact];
  Question question;
  question.id = {fact};
  question.fact = image_.view(each.id);
  question.ask = image_.view(each.ask);
  question.panel = image_.view(each.panel);
  question.could_change = changes_of(fact);
  question.decides_scope = stakes.scope;
  if (stakes.level > 0) question.could_raise = level(image_, stakes.level);
  question.verdicts = verdicts_[fact];
  question.points = stakes.points;
  question.by_none = by_none(fact);
  return question;
}

bool Questions::by_none(std::uint32_t fact) const {
  const image::Fact& each = image_.facts[fact];
  if (each.type == base::FactType::quantity) return false;
  const eval::Domain full = eval::full_domain(image_, fact);
  if (result_.is_answered(fact) || eval::domain_after(image_, result_.planes, fact, full) != full) return false;
  if (each.type == base::FactType::boolean) return true;
  for (std::uint32_t i = each.choices.begin; i < each.choices.end; ++i)
    if (image_.view(image_.lists[i]) == "none") return true;
  return false;
}

bool is_rank_settled(const image::Image& image, const eval::Result& result) {
  if (result.care_assessed && result.care_least + 1 == image.care_levels.size()) return true;  // None are given there.
  if (image.treatments.empty() || result.planes.at(image.guides.front().scope) != Truth::yes) return false;
  if (std::ranges::any_of(result.treatments,
                          [](const TreatmentSummary& each) { return each.verdict == Verdict::provisional; }))
    return false;
  for (std::size_t i = 1; i < result.order.size(); ++i) {
    const TreatmentSummary& upper = result.treatments[result.order[i - 1]];
    const TreatmentSummary& lower = result.treatments[result.order[i]];
    if (lower.verdict == Verdict::withheld) break;  // Deferred ones are not asked about.
    const int lead = upper.score.low - lower.score.high;
    if (lead < 0 || (lead == 0 && upper.index > lower.index)) return false;
  }
  return true;
}

}  // namespace vertebra::explain
