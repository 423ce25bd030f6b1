#include "support/reference_questions.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

#include "support/reference_evaluator.hpp"
#include "support/reference_narrowing.hpp"
#include "support/reference_truth.hpp"

namespace vertebra::reference {
namespace {

bool holds(const Ids& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

const model::Guide& guide_at(const model::RuleSet& rules, int index) {
  return rules.guides[static_cast<std::size_t>(index)];
}

struct ScopeFacts {
  Ids all;
  Ids of_care;  // Of guides with red flags, while none of them is surely in scope.
};

ScopeFacts scope_facts(const model::RuleSet& rules, const model::Profile& profile,
                       std::span<const base::Possible> answers) {
  const Narrowed narrowed = narrow(rules.vocabulary, answers);
  const View view{rules, narrowed.domains};
  std::vector<int> speakers{profile.rank_by};
  speakers.insert(speakers.end(), profile.guards.begin(), profile.guards.end());
  const bool assessed = std::any_of(speakers.begin(), speakers.end(), [&](int each) {
    return !guide_at(rules, each).red_flags.empty() && truth_of(view, guide_at(rules, each).scope) == Truth::yes;
  });
  ScopeFacts result;
  for (const int each : speakers) {
    Facts facts;
    add_facts_behind(view, guide_at(rules, each).scope, Truth::unknown, facts);
    for (const int fact : facts) {
      const std::string& id = rules.vocabulary.facts[static_cast<std::size_t>(fact)].shape.id;
      result.all.push_back(id);
      if (!guide_at(rules, each).red_flags.empty() && !assessed) result.of_care.push_back(id);
    }
  }
  return result;
}

class Asker {
 public:
  Asker(const Outcome& outcome, const ScopeFacts& scopes) : outcome_{outcome}, scopes_{scopes} {}

  // Nothing where the fact cannot change the advice.
  std::optional<Question> question(const std::string& fact) {
    listed_ = false;
    Question result{fact, holds(scopes_.all, fact), 0, 0, 0, {}};
    bool care = holds(scopes_.of_care, fact);
    for (const RedFlag& flag : outcome_.red_flags) {  // The unknown ones shown are those above `least` or awaited.
      if (!holds(flag.depends_on, fact)) continue;
      listed_ = true;
      if (flag.level <= outcome_.care->least) continue;
      care = true;
      result.level = std::max(result.level, flag.level);
    }
    const bool cautions = weigh_treatments(fact, result);
    if (care) result.could_change.push_back("care");
    if (result.verdicts > 0) result.could_change.push_back("verdicts");
    if (result.points > 0) result.could_change.push_back("scores");
    if (cautions) result.could_change.push_back("cautions");
    const bool listed = listed_ || result.scope || !result.could_change.empty();
    return listed ? std::optional{result} : std::nullopt;
  }

 private:
  // Adds verdicts and points; true where a caution waits on the fact.
  bool weigh_treatments(const std::string& fact, Question& result) {
    const bool awaited = outcome_.care && holds(outcome_.care->deferral_waits_on, fact);
    bool cautions = false;
    for (const Treatment& treatment : outcome_.treatments) {
      if (treatment.verdict == Verdict::withheld) continue;
      if (awaited || holds(treatment.depends_on, fact)) ++result.verdicts;
      for (const Argument& each : treatment.arguments) {
        if (!holds(each.depends_on, fact)) continue;
        listed_ = true;
        result.points += std::abs(each.points);
      }
      for (const Contraindication& each : treatment.contraindications)
        if (each.effect == Effect::caution && holds(each.depends_on, fact)) cautions = true;
    }
    return cautions;
  }

  const Outcome& outcome_;
  const ScopeFacts& scopes_;
  bool listed_ = false;
};

}  // namespace

std::vector<Question> questions(const model::RuleSet& rules, const model::Profile& profile,
                                std::span<const base::Possible> answers) {
  const Outcome outcome = evaluate(rules, profile, answers);
  const ScopeFacts scopes = scope_facts(rules, profile, answers);
  Asker asker{outcome, scopes};
  std::vector<Question> result;
  for (const model::Fact& fact : rules.vocabulary.facts)
    if (auto question = asker.question(fact.shape.id)) result.push_back(*std::move(question));
  std::stable_sort(result.begin(), result.end(), [](const Question& a, const Question& b) {
    return std::tuple{!a.scope, -a.level, -a.verdicts, -a.points} <
           std::tuple{!b.scope, -b.level, -b.verdicts, -b.points};
  });
  return result;
}

std::string to_string(const std::vector<Question>& questions) {
  std::string text;
  for (const Question& each : questions) {
    text += each.fact + (each.scope ? ", of a scope" : "") + ", level " + std::to_string(each.level) + ", verdicts " +
            std::to_string(each.verdicts) + ", points " + std::to_string(each.points) + ":";
    for (const std::string& change : each.could_change) text += " " + change;
    text += "\n";
  }
  return text;
}

std::string advice(const Outcome& outcome) {
  std::string text = "care omitted";
  if (outcome.care) text = "care " + std::to_string(outcome.care->least) + ".." + std::to_string(outcome.care->most);
  std::vector<std::string> lines;
  for (const Treatment& each : outcome.treatments) {
    std::string line = each.id + " " + std::string{vertebra::to_string(each.verdict)};
    if (each.verdict != Verdict::withheld) {
      line += " " + std::to_string(each.score->low) + ".." + std::to_string(each.score->high);
      for (const Contraindication& rule : each.contraindications) line += " " + rule.guide + "." + rule.id;
    }
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());  // Ranks order them otherwise.
  for (const std::string& line : lines) text += "\n" + line;
  return text;
}

}  // namespace vertebra::reference
