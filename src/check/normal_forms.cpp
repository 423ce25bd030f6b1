#include "check/normal_forms.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "graph/order.hpp"

namespace vertebra::check {
namespace {

using model::Operator;
using model::Relation;

constexpr int yes = 0;
constexpr int no = 1;

std::uint64_t all_choices(const base::FactShape& fact) {
  const std::size_t count = fact.type == base::FactType::choice ? fact.choices.size() : 2;
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// The values of one fact that several tests leave.
struct Left {
  std::uint64_t choices = ~std::uint64_t{0};
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool without_low = false;
  bool without_high = false;

  void above(double threshold, bool strict) {
    if (threshold < low) return;
    without_low = threshold > low ? strict : without_low || strict;
    low = threshold;
  }
  void below(double threshold, bool strict) {
    if (threshold > high) return;
    without_high = threshold < high ? strict : without_high || strict;
    high = threshold;
  }
  bool empty() const { return choices == 0 || low > high || (low == high && (without_low || without_high)); }
};

}  // namespace

// A red flag is named with its scope. What rests on itself stays unknown here: circles are reported elsewhere.
NormalForms::NormalForms(const model::RuleSet& rules, const graph::RuleGraph& graph) : rules_{rules} {
  add({});
  for (const graph::Compiled& item : graph::evaluation_order(graph)) {
    const auto index = static_cast<std::size_t>(item.index);
    if (item.kind == graph::Compiled::Kind::condition) {
      const auto& list =
          item.guide < 0 ? rules.vocabulary.conditions : rules.guides[static_cast<std::size_t>(item.guide)].conditions;
      named_[{false, item.guide, item.index}] = of(list[index].when, item.guide);
      continue;
    }
    if (item.kind != graph::Compiled::Kind::red_flag) continue;
    const model::Guide& guide = rules.guides[static_cast<std::size_t>(item.guide)];
    std::vector<Form> parts{of(guide.red_flags[index].when, item.guide)};
    if (guide.scope) parts.push_back(of(*guide.scope, item.guide));
    named_[{true, item.guide, item.index}] = all(std::move(parts));
  }
}

bool NormalForms::is_test(Form form) const noexcept {
  const Kind kind = node(form).kind;
  return kind == Kind::choice || kind == Kind::above || kind == Kind::score;
}

bool NormalForms::never_yes(Form form) const noexcept {
  return form == no || (form % 2 == 0 && nodes_[static_cast<std::size_t>(form / 2)].never_yes);
}

NormalForms::Form NormalForms::of(const model::Expression& expression, int guide) {
  const auto operands = [&] {
    std::vector<Form> forms;
    for (const model::Expression& each : expression.operands) forms.push_back(of(each, guide));
    return forms;
  };
  switch (expression.op) {
    case Operator::constant: return expression.value ? yes : no;
    case Operator::fact: return choice(expression.fact, 0b10);
    case Operator::choice: return choice(expression.fact, expression.choices);
    case Operator::comparison: return comparison(expression, guide);
    case Operator::condition: return named({false, expression.guide, expression.index});
    case Operator::red_flag: return named({true, expression.guide, expression.index});
    case Operator::score: return score(expression);
    case Operator::negation: return negated(of(expression.operands.front(), guide));
    case Operator::all: return gate(static_cast<int>(expression.operands.size()), operands());
    case Operator::any: return gate(1, operands());
    case Operator::at_least: return gate(expression.count, operands());
  }
  return opaque();
}

NormalForms::Form NormalForms::add(Node node, bool never_yes) {
  const auto [entry, is_new] = numbers_.try_emplace(std::move(node), static_cast<Form>(2 * nodes_.size()));
  if (is_new) nodes_.push_back({&entry->first, never_yes});
  return entry->second;
}

NormalForms::Form NormalForms::opaque() { return add({.kind = Kind::opaque, .count = opaque_++}); }

NormalForms::Form NormalForms::named(Name name) {
  const auto known = named_.find(name);
  return known == named_.end() ? opaque() : known->second;
}

NormalForms::Form NormalForms::choice(int fact, std::uint64_t choices) {
  const std::uint64_t every = all_choices(rules_.vocabulary.facts[static_cast<std::size_t>(fact)].shape);
  choices &= every;
  if (choices == every) return yes;
  if (choices == 0) return no;
  if ((choices & 1) == 0) return add({.kind = Kind::choice, .fact = fact, .choices = choices});
  return add({.kind = Kind::choice, .fact = fact, .choices = every & ~choices}) + 1;
}

// A fact in years takes whole ones only, so `> 5 a` and `>= 6 a` are one test.
NormalForms::Form NormalForms::comparison(const model::Expression& expression, int guide) {
  const base::FactShape& fact = rules_.vocabulary.facts[static_cast<std::size_t>(expression.fact)].shape;
  const bool below = expression.relation == Relation::less || expression.relation == Relation::less_or_equal;
  Node test{.kind = Kind::above, .fact = expression.fact, .threshold = expression.threshold};
  test.strict = expression.relation == Relation::greater || expression.relation == Relation::less_or_equal;
  if (expression.parameter >= 0) {
    test.guide = guide;
    test.parameter = expression.parameter;
    return add(std::move(test)) + (below ? 1 : 0);
  }
  if (fact.unit.ucum == base::year_unit) {
    test.threshold = test.strict ? std::floor(test.threshold) + 1 : std::ceil(test.threshold);
    test.strict = false;
  }
  const bool always = test.strict ? fact.min > test.threshold : fact.min >= test.threshold;
  const bool never = test.strict ? fact.max <= test.threshold : fact.max < test.threshold;
  if (always || never) return always != below ? yes : no;
  return add(std::move(test)) + (below ? 1 : 0);
}

// Sums are whole, so `> 3` and `>= 4` are one test.
NormalForms::Form NormalForms::score(const model::Expression& expression) {
  const bool below = expression.relation == Relation::less || expression.relation == Relation::less_or_equal;
  const bool strict = expression.relation == Relation::greater || expression.relation == Relation::less_or_equal;
  Node test{.kind = Kind::score, .guide = expression.guide, .parameter = expression.parameter};
  test.count = expression.index;
  test.strict = strict && expression.parameter >= 0;
  test.threshold = strict && expression.parameter < 0 ? expression.threshold + 1 : expression.threshold;
  if (expression.parameter < 0) {
    const model::Guide& guide = rules_.guides[static_cast<std::size_t>(expression.guide)];
    const auto [least, most] = model::bounds(guide.scores[static_cast<std::size_t>(expression.index)]);
    const bool always = static_cast<double>(least) >= test.threshold;
    if (always || static_cast<double>(most) < test.threshold) return always != below ? yes : no;
  }
  return add(std::move(test)) + (below ? 1 : 0);
}

NormalForms::Form NormalForms::all(std::vector<Form> operands) {
  const auto count = static_cast<int>(operands.size());  // Before the list is moved from.
  return gate(count, std::move(operands));
}

NormalForms::Form NormalForms::gate(int count, std::vector<Form> operands) {
  count -= static_cast<int>(std::ranges::count(operands, yes));
  std::erase_if(operands, [](Form form) { return form == yes || form == no; });
  if (count <= 0) return yes;
  if (count > static_cast<int>(operands.size())) return no;
  if (operands.size() == 1) return operands.front();
  flatten(count, operands);
  if (operands.size() == 1) return operands.front();
  const bool never = impossible(count, operands);
  return add({.kind = Kind::gate, .count = count, .operands = std::move(operands)}, never);
}

// `and` inside `and`, `or` inside `or`; what such a gate has twice counts once.
void NormalForms::flatten(int& count, std::vector<Form>& operands) const {
  const bool is_all = count == static_cast<int>(operands.size());
  const bool is_any = count == 1;
  std::vector<Form> flat;
  for (const Form form : operands) {
    const Node& inner = node(form);
    const bool same = inner.kind == Kind::gate && ((is_all && inner.count == static_cast<int>(inner.operands.size())) ||
                                                   (is_any && inner.count == 1));
    if (same)
      flat.insert(flat.end(), inner.operands.begin(), inner.operands.end());
    else
      flat.push_back(form);
  }
  std::ranges::sort(flat);
  if (is_all || is_any) flat.erase(std::unique(flat.begin(), flat.end()), flat.end());
  if (is_all) count = static_cast<int>(flat.size());
  operands = std::move(flat);
}

NormalForms::Form NormalForms::negated(Form form) {
  if (node(form).kind != Kind::gate) return form ^ 1;
  const Node gate_node = node(form);  // A copy: adding may not disturb it, and its operands are negated in turn.
  std::vector<Form> operands;
  for (const Form each : gate_node.operands) operands.push_back(negated(each));
  const int count = static_cast<int>(operands.size()) - gate_node.count + 1;
  return gate(count, std::move(operands));
}

bool NormalForms::impossible(int count, const std::vector<Form>& operands) const {
  const auto hopeless = std::ranges::count_if(operands, [&](Form form) { return never_yes(form); });
  if (static_cast<int>(operands.size() - static_cast<std::size_t>(hopeless)) < count) return true;
  return count == static_cast<int>(operands.size()) && contradictory(operands);
}

bool NormalForms::contradictory(const std::vector<Form>& operands) const {
  std::map<int, Left> left;
  for (const Form form : operands) {
    if (std::ranges::binary_search(operands, form ^ 1) && node(form).kind != Kind::gate) return true;
    const Node& test = node(form);
    const bool negative = form % 2 == 1;
    if (test.kind == Kind::choice) left[test.fact].choices &= negative ? ~test.choices : test.choices;
    if (test.kind != Kind::above || test.parameter >= 0) continue;
    if (negative)
      left[test.fact].below(test.threshold, !test.strict);
    else
      left[test.fact].above(test.threshold, test.strict);
  }
  return std::ranges::any_of(left, [&](const auto& each) {
    const auto& [fact, values] = each;
    const std::uint64_t every = all_choices(rules_.vocabulary.facts[static_cast<std::size_t>(fact)].shape);
    return Left{values.choices & every, values.low, values.high, values.without_low, values.without_high}.empty();
  });
}

}  // namespace vertebra::check
