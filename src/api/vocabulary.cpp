#include <vertebra/vocabulary.hpp>

#include "api/state.hpp"

namespace vertebra {
namespace {

FactInfo describe(const model::Fact& fact) {
  const base::FactShape& shape = fact.shape;
  FactInfo info;
  info.id = shape.id;
  info.ask = fact.ask.text;
  info.kind = static_cast<FactKind>(shape.type);
  info.unit = shape.unit.ucum;
  info.min = shape.min;
  info.max = shape.max;
  info.choices.assign(shape.choices.begin(), shape.choices.end());
  for (const model::CodeBinding& each : fact.codes)
    info.codes.push_back({each.system, each.code, each.mark, each.value});
  return info;
}

}  // namespace

std::vector<FactInfo> facts(const RuleSet& rule_set) {
  std::vector<FactInfo> result;
  for (const model::Fact& fact : rule_set.state().rules.vocabulary.facts) result.push_back(describe(fact));
  return result;
}

}  // namespace vertebra
