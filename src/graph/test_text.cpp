#include "graph/test_text.hpp"

#include <bit>
#include <string_view>

#include "base/text.hpp"

namespace vertebra::graph {
namespace {

std::string_view sign(model::Relation relation) {
  switch (relation) {
    case model::Relation::less: return "< ";
    case model::Relation::less_or_equal: return "<= ";
    case model::Relation::greater: return "> ";
    case model::Relation::greater_or_equal: return ">= ";
  }
  return {};
}

const base::FactShape& fact_of(const model::Expression& test, const model::RuleSet& rules) {
  return rules.vocabulary.facts[static_cast<std::size_t>(test.fact)].shape;
}

std::string number_with_unit(double number, base::Unit unit) {
  const std::string text = base::number_text(number);
  return unit.ucum.empty() || unit.ucum == base::score_unit ? text : text + ' ' + std::string{unit.ucum};
}

// Empty when the threshold was written as a number.
std::string parameter_id(const model::Expression& test, const model::RuleSet& rules, int guide) {
  if (test.parameter < 0 || guide < 0) return {};
  return rules.guides[static_cast<std::size_t>(guide)].parameters[static_cast<std::size_t>(test.parameter)].id;
}

// What is compared, and how a number is written beside it.
struct Compared {
  std::string id;
  base::Unit unit;
};

Compared compared_in(const model::Expression& test, const model::RuleSet& rules) {
  if (test.op == model::Operator::score)
    return {rules.guides[static_cast<std::size_t>(test.guide)].scores[static_cast<std::size_t>(test.index)].id, {}};
  const base::FactShape& fact = fact_of(test, rules);
  return {fact.id, fact.unit};
}

std::string choices_text(const model::Expression& test, const base::FactShape& fact) {
  std::string members;
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    if ((test.choices >> i & 1) != 0) members += (members.empty() ? "" : ", ") + fact.choices[i];
  return std::popcount(test.choices) == 1 ? "is " + members : "in (" + members + ")";
}

}  // namespace

std::string test_text(const model::Expression& test, const model::RuleSet& rules, int guide) {
  const Compared compared = compared_in(test, rules);
  if (test.op == model::Operator::choice) return compared.id + ' ' + choices_text(test, fact_of(test, rules));
  const std::string named = parameter_id(test, rules, guide);
  const std::string limit = named.empty() ? number_with_unit(test.threshold, compared.unit) : named;
  return compared.id + ' ' + std::string{sign(test.relation)} + limit;
}

std::string test_label(const model::Expression& test, const model::RuleSet& rules, int guide) {
  if (test.op == model::Operator::choice) return choices_text(test, fact_of(test, rules));
  const std::string named = parameter_id(test, rules, guide);
  const std::string number = number_with_unit(test.threshold, compared_in(test, rules).unit);
  return std::string{sign(test.relation)} + (named.empty() ? number : named + " (" + number + ")");
}

}  // namespace vertebra::graph
