#include "network.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace peers {
namespace {

namespace model = vertebra::model;
namespace base = vertebra::base;
using model::Operator;
using model::Relation;

std::string words_of(double value) {
  std::string text = base::number_text(value);
  if (text.front() == '-') text = "minus_" + text.substr(1);
  if (const auto point = text.find('.'); point != std::string::npos) text.replace(point, 1, "_point_");
  return text;
}

std::string name_of(const Test& test, const base::FactShape& shape) {
  if (shape.type == base::FactType::boolean) return shape.id;
  if (shape.type == base::FactType::quantity)
    return shape.id + (test.strict ? "_above_" : "_at_least_") + words_of(test.value);
  std::string name;
  for (std::size_t i = 0; i < shape.choices.size(); ++i) {
    if ((test.cells >> i & 1) != 0) name += (name.empty() ? "_is_" : "_or_") + shape.choices[i];
  }
  return shape.id + name;
}

bool is_above(const Test& test, double value) { return test.strict ? value > test.value : value >= test.value; }

}  // namespace

const base::FactShape& Network::shape(int fact) const {
  return rules_.vocabulary.facts[static_cast<std::size_t>(fact)].shape;
}

std::string Network::unique(std::string name) {
  std::string result = name;
  for (int i = 2; !names_.insert(result).second; ++i) result = name + "_" + std::to_string(i);
  return result;
}

Literal Network::constant(bool value) {
  const auto [found, is_new] = gate_by_key_.try_emplace({0, {}}, static_cast<int>(gates_.size()));
  if (is_new) gates_.push_back({unique("always"), true, 0, {}});
  return {false, found->second, !value};
}

// What the range or the list decides alone is a constant.
Literal Network::test(Test test) {
  const base::FactShape& fact = shape(test.fact);
  if (fact.type == base::FactType::quantity) {
    if (is_above(test, fact.min)) return constant(true);
    if (!is_above(test, fact.max)) return constant(false);
  } else if (fact.type == base::FactType::choice) {
    const std::uint64_t every =
        fact.choices.size() >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << fact.choices.size()) - 1;
    if (test.cells == every) return constant(true);
  }
  const auto [found, is_new] =
      test_by_key_.try_emplace({test.fact, test.strict, test.value, test.cells}, static_cast<int>(tests_.size()));
  if (is_new) {
    test.name = unique(name_of(test, fact));
    tests_.push_back(std::move(test));
  }
  return {true, found->second, false};
}

// A fact in years takes whole ones only.
Literal Network::comparison(const model::Expression& expression) {
  const bool strict = expression.relation == Relation::greater || expression.relation == Relation::less_or_equal;
  const bool negated = expression.relation == Relation::less || expression.relation == Relation::less_or_equal;
  Test made{"", expression.fact, strict, expression.threshold + 0.0, 0};
  if (shape(expression.fact).unit.ucum == base::year_unit) {
    made.value = strict ? std::floor(made.value) + 1 : std::ceil(made.value);
    made.strict = false;
  }
  const Literal above = test(std::move(made));
  return negated ? !above : above;
}

Literal Network::gate(int count, std::vector<Literal> of, const std::string& name) {
  const Literal yes = constant(true);
  count -= static_cast<int>(std::ranges::count(of, yes));
  std::erase_if(of, [&](Literal each) { return each == yes || each == !yes; });
  if (count <= 0) return yes;
  if (static_cast<int>(of.size()) < count) return !yes;
  const bool all = count == static_cast<int>(of.size());
  std::vector<Literal> key = of;
  std::ranges::sort(key);
  if (all || count == 1) {
    key.erase(std::unique(key.begin(), key.end()), key.end());
    if (key.size() == 1) return key.front();
    if (key.size() < of.size()) of = key;
    if (all) count = static_cast<int>(of.size());
  }
  const auto [found, is_new] = gate_by_key_.try_emplace({count, std::move(key)}, static_cast<int>(gates_.size()));
  if (is_new) gates_.push_back({unique(name.empty() ? "part" : name), !name.empty(), count, std::move(of)});
  return {false, found->second, false};
}

Literal Network::condition(int guide, int index) {
  const auto found = conditions_.find({guide, index});
  if (found != conditions_.end()) return found->second;
  const auto& list =
      guide < 0 ? rules_.vocabulary.conditions : rules_.guides[static_cast<std::size_t>(guide)].conditions;
  const model::Condition& each = list[static_cast<std::size_t>(index)];
  return conditions_[{guide, index}] = compile(each.when, each.id);
}

Literal Network::scope(int guide) {
  const auto found = scopes_.find(guide);
  if (found != scopes_.end()) return found->second;
  const model::Guide& each = rules_.guides[static_cast<std::size_t>(guide)];
  return scopes_[guide] = each.scope ? compile(*each.scope, "scope_of_" + each.id) : constant(true);
}

Literal Network::scoped(int guide, const model::Expression& when, const std::string& name) {
  const Literal inside = scope(guide);
  if (inside == constant(true)) return compile(when, name);
  const Literal own = compile(when, name + "_seen");
  return gate(2, {inside, own}, name);
}

Literal Network::red_flag(int guide, int index) {
  const auto found = red_flags_.find({guide, index});
  if (found != red_flags_.end()) return found->second;
  const model::RedFlag& each =
      rules_.guides[static_cast<std::size_t>(guide)].red_flags[static_cast<std::size_t>(index)];
  return red_flags_[{guide, index}] = scoped(guide, each.when, each.id);
}

// Recursion is bounded by the depth of expressions and by the longest chain of conditions, which has no circle.
Literal Network::compile(const model::Expression& expression, const std::string& name) {
  const auto operands = [&] {
    std::vector<Literal> result;
    for (const model::Expression& each : expression.operands) result.push_back(compile(each, ""));
    return result;
  };
  const auto size = static_cast<int>(expression.operands.size());
  switch (expression.op) {
    case Operator::constant: return constant(expression.value);
    case Operator::fact: return test({"", expression.fact, false, 0, 0b10});
    case Operator::choice: return test({"", expression.fact, false, 0, expression.choices});
    case Operator::comparison: return comparison(expression);
    case Operator::condition: return condition(expression.guide, expression.index);
    case Operator::red_flag: return red_flag(expression.guide, expression.index);
    case Operator::negation: return !compile(expression.operands.front(), "");
    case Operator::all: return gate(size, operands(), name);
    case Operator::any: return gate(1, operands(), name);
    case Operator::at_least: return gate(expression.count, operands(), name);
    case Operator::score: break;
  }
  fail("the peers are not told of scores, which " + name + " compares");
}

}  // namespace peers
