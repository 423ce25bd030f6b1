#include "cohort_counts.hpp"

#include <algorithm>
#include <span>

#include <vertebra/rules.hpp>
#include <vertebra/vocabulary.hpp>

namespace vertebra::python {
namespace {

void add_up(const std::vector<std::uint64_t>& counts, std::vector<std::uint64_t>& to) {
  std::ranges::transform(counts, to, to.begin(), std::plus{});
}

bool is_first_open(const Outcome& outcome) {
  const auto first = outcome.certain_first();
  return first && !first->certain;
}

}  // namespace

Counter::Counter(const RuleSet& rule_set, ResultParts parts, const StrengthSweep* sweep) : sweep_{sweep} {
  if (parts.questions) counts_.questions.resize(facts(rule_set).size());
  if (parts.rules) counts_.rules.resize(rules(rule_set).size());
  if (sweep == nullptr) return;
  const std::size_t treatments = ranked_treatments(rule_set).size();
  ranks_.resize(sweep->vectors() * treatments);
  counts_.ranks.resize(ranks_.size() * (treatments + 1));
  counts_.other_first.resize(sweep->vectors());
  counts_.other_order.resize(sweep->vectors());
}

void Counter::count(Evaluator& evaluator, const Patient& patient, const Outcome& outcome) {
  if (!counts_.rules.empty()) count_rules(outcome);
  if (sweep_ != nullptr) count_ranks(outcome);
  if (counts_.questions.empty()) return;
  const bool first_is_open = is_first_open(outcome);
  count_questions(evaluator.ask_next(patient, outcome.as_of()), first_is_open);
}

void Counter::count_questions(const std::vector<Question>& questions, bool first_is_open) {
  for (const Question& question : questions) {
    QuestionCount& of_fact = counts_.questions[question.id.index];
    ++of_fact.patients;
    for (std::size_t change = 0; change < all_changes.size(); ++change)
      of_fact.changes[change] += question.could_change.has(all_changes[change]) ? 1U : 0U;
    const bool moves = question.could_change.has(Change::verdicts) || question.could_change.has(Change::scores);
    of_fact.first += first_is_open && moves ? 1U : 0U;
  }
}

void Counter::count_rules(const Outcome& outcome) {
  const std::vector<Truth> truths = rule_truths(outcome);
  for (std::size_t rule = 0; rule < truths.size(); ++rule)
    ++counts_.rules[rule][static_cast<std::size_t>(truths[rule])];
}

void Counter::count_ranks(const Outcome& outcome) {
  const auto& now = outcome.summaries();
  sweep_->ranks(outcome, ranks_);
  for (std::size_t vector = 0; vector < sweep_->vectors(); ++vector) {
    const std::span ranks = std::span{ranks_}.subspan(vector * now.size(), now.size());
    bool other_first = false;
    bool other_order = false;
    for (std::size_t treatment = 0; treatment < now.size(); ++treatment) {
      ++counts_.ranks[(vector * now.size() + treatment) * (now.size() + 1) + ranks[treatment]];
      other_order |= ranks[treatment] != now[treatment].rank;
      other_first |= (ranks[treatment] == 1) != (now[treatment].rank == 1);
    }
    counts_.other_first[vector] += other_first ? 1U : 0U;
    counts_.other_order[vector] += other_order ? 1U : 0U;
  }
}

void add(const CohortCounts& counts, CohortCounts& to) {
  for (std::size_t fact = 0; fact < to.questions.size(); ++fact) {
    to.questions[fact].patients += counts.questions[fact].patients;
    to.questions[fact].first += counts.questions[fact].first;
    for (std::size_t change = 0; change < all_changes.size(); ++change)
      to.questions[fact].changes[change] += counts.questions[fact].changes[change];
  }
  for (std::size_t rule = 0; rule < to.rules.size(); ++rule) {
    for (std::size_t truth = 0; truth < to.rules[rule].size(); ++truth)
      to.rules[rule][truth] += counts.rules[rule][truth];
  }
  add_up(counts.ranks, to.ranks);
  add_up(counts.other_first, to.other_first);
  add_up(counts.other_order, to.other_order);
}

}  // namespace vertebra::python
