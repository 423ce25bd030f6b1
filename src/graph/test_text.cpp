#include "graph/test_text.hpp"

#include <bit>
#include <string_view>

#include "base/text.hpp"

namespace vertebra::graph {
namespace {

std::string_view sign(model::Relation relation) {
  switch (relation) {
    case model::Relation::less: return " < ";
    case model::Relation::less_or_equal: return " <= ";
    case model::Relation::greater: return " > ";
    case model::Relation::greater_or_equal: return " >= ";
  }
  return " ";
}

std::string comparison_text(const model::Expression& test, const base::FactShape& fact, const model::RuleSet& rules,
                            int guide) {
  const std::string start = fact.id + std::string{sign(test.relation)};
  if (test.parameter >= 0 && guide >= 0)
    return start +
           rules.guides[static_cast<std::size_t>(guide)].parameters[static_cast<std::size_t>(test.parameter)].id;
  const std::string number = start + base::number_text(test.threshold);
  return fact.unit.ucum.empty() || fact.unit.ucum == base::score_unit ? number
                                                                      : number + ' ' + std::string{fact.unit.ucum};
}

std::string choice_text(const model::Expression& test, const base::FactShape& fact) {
  std::string members;
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    if ((test.choices >> i & 1) != 0) members += (members.empty() ? "" : ", ") + fact.choices[i];
  return std::popcount(test.choices) == 1 ? fact.id + " is " + members : fact.id + " in (" + members + ")";
}

}  // namespace

std::string test_text(const model::Expression& test, const model::RuleSet& rules, int guide) {
  const base::FactShape& fact = rules.vocabulary.facts[static_cast<std::size_t>(test.fact)].shape;
  return test.op == model::Operator::comparison ? comparison_text(test, fact, rules, guide) : choice_text(test, fact);
}

}  // namespace vertebra::graph
