#include <algorithm>
#include <utility>

#include "eval/domain.hpp"
#include "explain/kleene.hpp"
#include "explain/tree_builder.hpp"
#include "explain/truth_of.hpp"
#include "model/cut.hpp"

// What stands below each kind of node.
namespace vertebra::explain {
namespace {

using model::Expression;
using model::Operator;

// How many operands of this truth settle an expression that has it; of what is unknown, all that are.
std::size_t needed(const Expression& expression, Truth truth) {
  const std::size_t size = expression.operands.size();
  const std::size_t count = expression.op == Operator::all   ? size
                            : expression.op == Operator::any ? 1
                                                             : static_cast<std::size_t>(expression.count);
  return truth == Truth::yes ? count : truth == Truth::no ? size - count + 1 : size;
}

const Expression& without_not(const Expression& expression, bool& negated) {
  const Expression* inner = &expression;
  for (; inner->op == Operator::negation; inner = &inner->operands.front()) negated = !negated;
  return *inner;
}

}  // namespace

void TreeBuilder::push_scope(int guide) {
  const auto& scope = written_.guide(guide).scope;
  const bool says_nothing = !scope || (scope->op == Operator::constant && scope->value);
  if (!says_nothing) push(this->scope(guide, run_->result));
}

void TreeBuilder::push_fact(const Expression& test, Truth truth, std::uint32_t steps, bool negated) {
  const auto fact = static_cast<std::uint32_t>(test.fact);
  const bool derived = truth != Truth::unknown && truth_of_test(written_, run_->answers[fact], test) != truth;
  below_.push_back({{.kind = WhyKind::fact,
                     .truth = truth,
                     .negated = negated,
                     .derived = derived,
                     .index = fact,
                     .expression = &test},
                    steps});
}

void TreeBuilder::push_expression(const Expression& expression, int guide, std::uint32_t steps) {
  Reason reason{.guide = guide};
  const Expression& inner = without_not(expression, reason.negated);
  reason.truth = truth_of(written_, *run_, inner);
  reason.expression = &inner;
  switch (inner.op) {
    case Operator::fact: return push_fact(inner, reason.truth, steps, reason.negated);
    case Operator::choice:
    case Operator::comparison: reason.kind = WhyKind::comparison; break;
    case Operator::condition:
      reason.kind = WhyKind::condition;
      reason.guide = written_.place_of(inner.guide);
      reason.index = static_cast<std::uint32_t>(inner.index);
      reason.expression = &written_.condition(reason.guide, inner.index).when;
      break;
    case Operator::red_flag:
      reason.kind = WhyKind::red_flag;
      reason.guide = written_.place_of(inner.guide);
      reason.index = written_.flag_of(reason.guide, inner.index);
      break;
    case Operator::score:
      reason.kind = WhyKind::score;
      reason.guide = written_.place_of(inner.guide);
      reason.index = written_.score_of(reason.guide, inner.index);
      break;
    default: reason.kind = WhyKind::expression;
  }
  below_.push_back({reason, steps});
}

std::uint32_t TreeBuilder::cost(const Expression& expression) const {
  switch (expression.op) {
    case Operator::constant: return 0;
    case Operator::fact:
    case Operator::choice:
    case Operator::comparison: return run_->costs.of_fact(static_cast<std::uint32_t>(expression.fact));
    case Operator::condition:
      return run_->costs.of(written_.literal(written_.place_of(expression.guide), expression.index));
    case Operator::red_flag: {
      const std::uint32_t flag = written_.flag_of(written_.place_of(expression.guide), expression.index);
      return run_->costs.of(image_.red_flags[flag].holds);
    }
    case Operator::score: return most_cost;
    case Operator::negation: return cost(expression.operands.front());
    default: break;
  }
  std::uint32_t sum = 0;
  for (const Operand& each : deciding(expression)) sum = std::min(most_cost, sum + each.cost);
  return sum;
}

// The operands that settle an expression, in written order; of more than it takes, those that rest on the fewest facts.
std::vector<TreeBuilder::Operand> TreeBuilder::deciding(const Expression& expression) const {
  const Truth truth = truth_of(written_, *run_, expression);
  std::vector<Operand> operands;
  for (const Expression& each : expression.operands)
    if (truth_of(written_, *run_, each) == truth) operands.push_back({&each, cost(each)});
  const std::size_t enough = needed(expression, truth);
  if (operands.size() <= enough) return operands;
  std::ranges::stable_sort(operands, {}, &Operand::cost);
  operands.resize(enough);
  // INVARIANT: operands of one expression lie in one array, so their addresses stand in written order.
  std::ranges::sort(operands, {}, &Operand::expression);
  return operands;
}

void TreeBuilder::unfold_expression(const Item& item) {
  for (const Operand& each : deciding(*item.reason.expression))
    push_expression(*each.expression, item.reason.guide, item.steps);
}

template <class Counts>
void TreeBuilder::push_flags(Truth truth, const Counts& counts) {
  std::uint32_t best = image::none;
  for (std::uint32_t flag = 0; flag < image_.red_flags.size(); ++flag) {
    const image::RedFlag& each = image_.red_flags[flag];
    if (!counts(each) || run_->result.planes.at(each.holds) != truth) continue;
    if (truth != Truth::yes) {
      push(red_flag(flag, run_->result));
    } else if (best == image::none || run_->costs.of(each.holds) < run_->costs.of(image_.red_flags[best].holds)) {
      best = flag;
    }
  }
  if (best != image::none) push(red_flag(best, run_->result));
}

// One red flag of the level that holds is enough; all must be refuted.
void TreeBuilder::unfold_at_least(const Reason& reason) {
  push_flags(reason.truth, [&](const image::RedFlag& flag) { return flag.level >= reason.index; });
}

void TreeBuilder::unfold_deferral(const Reason& reason) {
  push_flags(reason.truth, [](const image::RedFlag& flag) { return flag.defers; });
}

void TreeBuilder::unfold_rule(const Reason& reason, const Expression& when) {
  const Truth decides = truth_of(written_, *run_, when);
  if (decides == reason.truth) push_expression(when, reason.guide, all_steps());
  const Truth scope = run_->result.planes.at(image_.guides[static_cast<std::size_t>(reason.guide)].scope);
  const bool is_needed = reason.truth == Truth::no ? decides != Truth::no : scope == reason.truth;
  if (is_needed) push_scope(reason.guide);
}

void TreeBuilder::unfold_treatment(const Reason& reason) {
  const Cause cause = run_->result.treatments[reason.index].cause;
  const bool withheld = reason.truth == Truth::no;
  const auto asks_for = [&](Cause each) { return !withheld || cause == each; };
  if (reason.truth == Truth::yes || cause == Cause::against || cause == Cause::no_recommendation)
    push({.kind = WhyKind::position, .truth = reason.truth, .guide = 0, .index = reason.index});
  if (asks_for(Cause::not_indicated)) unfold_indications(reason);
  if (asks_for(Cause::blocked)) unfold_blocks(reason);
  const bool can_wait = std::ranges::any_of(image_.red_flags, &image::RedFlag::defers);
  if (can_wait && asks_for(Cause::deferred) && run_->result.deferred == (withheld ? Truth::yes : !reason.truth))
    push({.kind = WhyKind::deferral, .truth = run_->result.deferred});
  const Truth scope = run_->result.planes.at(image_.guides.front().scope);
  if (asks_for(Cause::not_in_scope) && scope == reason.truth) push_scope(0);
}

// Each indication along the line must be met; the first that is not is enough.
void TreeBuilder::unfold_indications(const Reason& reason) {
  const auto& opinions = written_.line(reason.index).opinions;
  for (std::uint32_t i = 0; i < opinions.size(); ++i) {
    if (!opinions[i]->when) continue;
    const Truth truth = truth_of(written_, *run_, *opinions[i]->when);
    if (truth != reason.truth) continue;
    push({.kind = WhyKind::indication,
          .truth = truth,
          .guide = 0,
          .index = i,
          .second = reason.index,
          .expression = &*opinions[i]->when});
    if (truth == Truth::no) return;
  }
}

// One contraindication that holds is enough; all must be refuted.
void TreeBuilder::unfold_blocks(const Reason& reason) {
  const Truth wanted = !reason.truth;
  const image::Range warnings = image_.treatments[reason.index].warnings;
  std::uint32_t best = image::none;
  for (std::uint32_t i = warnings.begin; i < warnings.end; ++i) {
    const std::uint32_t number = image_.warnings[i].contraindication;
    const image::Literal holds = image_.contraindications[number].holds;
    if (!image_.warnings[i].blocks || run_->result.planes.at(holds) != wanted) continue;
    if (wanted != Truth::yes) {
      push(contraindication(number, run_->result));
    } else if (best == image::none || run_->costs.of(holds) < run_->costs.of(image_.contraindications[best].holds)) {
      best = number;
    }
  }
  if (best != image::none) push(contraindication(best, run_->result));
}

Truth TreeBuilder::reached(const Reason& score) {
  return model::cut_of_score(*score.expression).below ? !score.truth : score.truth;
}

// A sum reaches a number by the points that count for it, and misses it by those that do not.
void TreeBuilder::unfold_score(const Reason& reason) {
  const model::Score& score = written_.score(reason.index);
  const Truth reached = this->reached(reason);
  for (std::uint32_t i = 0; i < score.sum.size(); ++i) {
    const model::ScoreMember& member = score.sum[i];
    const Truth truth = truth_of(written_, *run_, member.when);
    const bool helps = (truth == Truth::yes) == ((member.points > 0) == (reached == Truth::yes));
    if ((truth == Truth::unknown) != (reached == Truth::unknown) || (truth != Truth::unknown && !helps)) continue;
    push({.kind = WhyKind::member,
          .truth = truth,
          .guide = reason.guide,
          .index = i,
          .second = reason.index,
          .expression = &member.when});
  }
}

// What is so of every value in a fact's range or list rests on no answer.
void TreeBuilder::unfold_comparison(const Item& item) {
  const Expression& test = *item.reason.expression;
  const eval::Domain all = eval::full_domain(image_, static_cast<std::uint32_t>(test.fact));
  if (truth_of_test(written_, all, test) == Truth::unknown) push_fact(test, item.reason.truth, item.steps);
}

// The steps up to the one after which no doubt was left.
void TreeBuilder::unfold_fact(const Item& item) {
  if (!item.reason.derived) return;
  const auto& steps = run_->narrowed;
  for (std::uint32_t i = 0; i < item.steps; ++i) {
    if (steps[i].fact != item.reason.index) continue;
    below_.push_back({{.kind = WhyKind::consistency, .truth = Truth::yes, .index = steps[i].clause, .second = i}, i});
    if (truth_of_test(written_, steps[i].left, *item.reason.expression) == item.reason.truth) return;
  }
}

// All parts but the one that the step took away.
void TreeBuilder::unfold_clause(const Item& item) {
  const model::Clause& clause = written_.rules().vocabulary.consistency[item.reason.index];
  const NarrowingStep& step = run_->narrowed[item.reason.second];
  for (const Expression& part : clause.parts) {
    bool negated = false;
    const bool same_fact = static_cast<std::uint32_t>(without_not(part, negated).fact) == step.fact;
    const bool is_conclusion = same_fact && truth_of_test(written_, step.left, part) == Truth::no;
    if (!is_conclusion) push_expression(part, -1, item.steps);
  }
}

}  // namespace vertebra::explain
