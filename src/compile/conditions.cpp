#include "compile/conditions.hpp"

#include <algorithm>

#include "graph/order.hpp"
#include "model/cut.hpp"

namespace vertebra::compile {
namespace {

using model::Operator;

}  // namespace

Conditions::Conditions(const model::RuleSet& rules, const std::vector<int>& guides, Network& network)
    : rules_{rules}, network_{network} {
  const auto in_use = [&](int guide) { return guide < 0 || std::ranges::find(guides, guide) != guides.end(); };
  // The order keeps each after what it reads; a scope is compiled when the first red flag asks for it, by when all that the
  // scope reads is there.
  const auto scope_of = [&](int guide) {
    const auto [found, is_new] = scopes_.try_emplace(guide);
    if (is_new) found->second = when(rules_.guides[static_cast<std::size_t>(guide)].scope);
    return found->second;
  };
  for (const graph::Compiled& item : graph::evaluation_order(rules)) {
    if (!in_use(item.guide)) continue;
    const auto index = static_cast<std::size_t>(item.index);
    if (item.kind == graph::Compiled::Kind::condition) {
      const auto& list =
          item.guide < 0 ? rules.vocabulary.conditions : rules.guides[static_cast<std::size_t>(item.guide)].conditions;
      conditions_[{item.guide, item.index}] = compile(list[index].when);
    } else if (item.kind == graph::Compiled::Kind::score) {
      scores_[{item.guide, item.index}] = add_members(rules.guides[static_cast<std::size_t>(item.guide)].scores[index]);
    } else {
      const model::RedFlag& flag = rules.guides[static_cast<std::size_t>(item.guide)].red_flags[index];
      const Wire decides = compile(flag.when);
      red_flags_[{item.guide, item.index}] = {decides, network_.scoped(scope_of(item.guide), decides)};
    }
  }
  for (const int guide : guides) scope_of(guide);
}

Wire Conditions::when(const std::optional<model::Expression>& expression) {
  return expression ? compile(*expression) : network_.constant(true);
}

Holding Conditions::rule(int guide, const model::Expression& expression) {
  const Wire decides = compile(expression);
  return {decides, network_.scoped(scope(guide), decides)};
}

std::vector<Wire> Conditions::compile_all(const std::vector<model::Expression>& expressions) {
  std::vector<Wire> wires;
  for (const model::Expression& each : expressions) wires.push_back(compile(each));
  return wires;
}

Wire Conditions::compile_comparison(const model::Expression& expression) {
  const auto fact = static_cast<std::uint32_t>(expression.fact);
  const bool whole = rules_.vocabulary.facts[fact].shape.unit.ucum == base::year_unit;
  const model::Cut cut = model::cut_of(expression, whole);
  const Wire above = network_.above(fact, cut.value, cut.strict);
  return cut.below ? !above : above;
}

image::Range Conditions::add_members(const model::Score& score) {
  const auto begin = static_cast<std::uint32_t>(members_.size());
  for (const model::ScoreMember& member : score.sum) members_.push_back({{compile(member.when).code}, member.points});
  return {begin, static_cast<std::uint32_t>(members_.size())};
}

// INVARIANT: |threshold| <= the sum of points < 2^30.
Wire Conditions::compile_score(const model::Expression& expression) {
  const image::Range members = score(expression.guide, expression.index);
  std::vector<Wire> wires;
  for (std::uint32_t i = members.begin; i < members.end; ++i) wires.push_back({members_[i].when.code});
  const model::Cut cut = model::cut_of_score(expression);
  const Wire reached = network_.sum_at_least(static_cast<std::int32_t>(cut.value), members, std::move(wires));
  return cut.below ? !reached : reached;
}

// The depth is bounded by the parser's limit on nesting; references are looked up, not followed.
Wire Conditions::compile(const model::Expression& expression) {
  const auto fact = static_cast<std::uint32_t>(expression.fact);
  switch (expression.op) {
    case Operator::constant: return network_.constant(expression.value);
    case Operator::fact: return network_.in_cells(fact, 0b10);
    case Operator::choice: return network_.in_cells(fact, expression.choices);
    case Operator::comparison: return compile_comparison(expression);
    case Operator::condition: return conditions_.at({expression.guide, expression.index});
    case Operator::red_flag: return red_flags_.at({expression.guide, expression.index}).holds;
    case Operator::score: return compile_score(expression);
    case Operator::negation: return !compile(expression.operands.front());
    case Operator::all: return network_.all(compile_all(expression.operands));
    case Operator::any: return network_.any(compile_all(expression.operands));
    case Operator::at_least: break;
  }
  return network_.at_least(static_cast<std::uint32_t>(expression.count), compile_all(expression.operands));
}

}  // namespace vertebra::compile
