#include "support/reference_truth.hpp"

#include <algorithm>

namespace vertebra::reference {
namespace {

using model::Expression;
using model::Operator;

Truth negated(Truth truth) {
  return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

// Yes when `count` are yes, no when so many are no that `count` cannot be reached, else unknown.
Truth at_least(const View& view, int count, const std::vector<Expression>& operands) {
  int yes = 0;
  int not_no = 0;
  for (const Expression& each : operands) {
    const Truth truth = truth_of(view, each);
    if (truth == Truth::yes) ++yes;
    if (truth != Truth::no) ++not_no;
  }
  return yes >= count ? Truth::yes : not_no < count ? Truth::no : Truth::unknown;
}

const Expression& condition(const View& view, const Expression& name) {
  const auto& conditions = name.guide < 0 ? view.rules.vocabulary.conditions : view.rules.guides[name.guide].conditions;
  return conditions[name.index].when;
}

const model::Score& score(const View& view, const Expression& comparison) {
  return view.rules.guides[comparison.guide].scores[comparison.index];
}

bool holds(int sum, model::Relation relation, double threshold) {
  switch (relation) {
    case model::Relation::less: return sum < threshold;
    case model::Relation::less_or_equal: return sum <= threshold;
    case model::Relation::greater: return sum > threshold;
    case model::Relation::greater_or_equal: return sum >= threshold;
  }
  return false;
}

// Decided when every sum of the interval agrees.
Truth truth_of_comparison(const Score& sum, const Expression& comparison) {
  bool some = false;
  bool all = true;
  for (int each = sum.low; each <= sum.high; ++each) {
    const bool agrees = holds(each, comparison.relation, comparison.threshold);
    some = some || agrees;
    all = all && agrees;
  }
  return all ? Truth::yes : some ? Truth::unknown : Truth::no;
}

}  // namespace

Score sum_of(const View& view, const model::Score& score) {
  Score sum;
  for (const model::ScoreMember& each : score.sum) {
    const Truth truth = truth_of(view, each.when);
    if (truth == Truth::yes || (truth == Truth::unknown && each.points < 0)) sum.low += each.points;
    if (truth == Truth::yes || (truth == Truth::unknown && each.points > 0)) sum.high += each.points;
  }
  return sum;
}

Truth truth_of_test(const base::FactShape& fact, const Values& values, const Expression& test) {
  if (is_empty(fact, restricted(fact, values, test, false))) return Truth::yes;
  if (is_empty(fact, restricted(fact, values, test, true))) return Truth::no;
  return Truth::unknown;
}

Truth truth_of(const View& view, const Expression& expression) {
  switch (expression.op) {
    case Operator::constant: return expression.value ? Truth::yes : Truth::no;
    case Operator::fact:
    case Operator::choice:
    case Operator::comparison: {
      const base::FactShape& fact = view.rules.vocabulary.facts[expression.fact].shape;
      return truth_of_test(fact, view.domains[expression.fact], expression);
    }
    case Operator::condition: return truth_of(view, condition(view, expression));
    case Operator::red_flag: {
      const model::Guide& guide = view.rules.guides[expression.guide];
      return std::min(truth_of(view, guide.scope), truth_of(view, guide.red_flags[expression.index].when));
    }
    case Operator::score: return truth_of_comparison(sum_of(view, score(view, expression)), expression);
    case Operator::negation: return negated(truth_of(view, expression.operands[0]));
    case Operator::all: {
      Truth truth = Truth::yes;
      for (const Expression& each : expression.operands) truth = std::min(truth, truth_of(view, each));
      return truth;
    }
    case Operator::any: {
      Truth truth = Truth::no;
      for (const Expression& each : expression.operands) truth = std::max(truth, truth_of(view, each));
      return truth;
    }
    case Operator::at_least: return at_least(view, expression.count, expression.operands);
  }
  return Truth::unknown;
}

Truth truth_of(const View& view, const std::optional<Expression>& expression) {
  return expression ? truth_of(view, *expression) : Truth::yes;
}

void add_facts_behind(const View& view, const Expression& expression, Truth truth, Facts& facts) {
  if (truth_of(view, expression) != truth) return;
  switch (expression.op) {
    case Operator::constant: return;
    case Operator::fact:
    case Operator::choice:
    case Operator::comparison: facts.insert(expression.fact); return;
    case Operator::condition: return add_facts_behind(view, condition(view, expression), truth, facts);
    case Operator::red_flag: {
      const model::Guide& guide = view.rules.guides[expression.guide];
      if (truth == Truth::unknown) add_facts_behind(view, guide.scope, truth, facts);
      return add_facts_behind(view, guide.red_flags[expression.index].when, truth, facts);
    }
    case Operator::score:
      for (const model::ScoreMember& each : score(view, expression).sum) {
        const Truth member = truth_of(view, each.when);
        if ((member == Truth::unknown) == (truth == Truth::unknown)) add_facts_behind(view, each.when, member, facts);
      }
      return;
    case Operator::negation: return add_facts_behind(view, expression.operands[0], negated(truth), facts);
    case Operator::all:
    case Operator::any:
    case Operator::at_least:
      for (const Expression& each : expression.operands) add_facts_behind(view, each, truth, facts);
  }
}

void add_facts_behind(const View& view, const std::optional<Expression>& expression, Truth truth, Facts& facts) {
  if (expression) add_facts_behind(view, *expression, truth, facts);
}

}  // namespace vertebra::reference
