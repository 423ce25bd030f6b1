#include "support/generate_booleans.hpp"

#include <string>

namespace vertebra::generate {

model::RuleSet boolean_rules(int facts, std::span<const model::Expression> conditions) {
  model::RuleSet rules;
  rules.vocabulary.care_levels.resize(2);
  rules.vocabulary.facts.resize(facts);
  for (int i = 0; i < facts; ++i) rules.vocabulary.facts[i].shape.id = "f" + std::to_string(i);
  rules.vocabulary.treatments.resize(1);
  rules.guides.resize(1);
  model::Opinion opinion;
  opinion.treatment = 0;
  opinion.position = model::Position::favors;
  for (const model::Expression& each : conditions)
    opinion.arguments.push_back({"a" + std::to_string(opinion.arguments.size()), {}, 1, each, {}, {}});
  rules.guides[0].opinions.push_back(std::move(opinion));
  return rules;
}

model::Profile only_guide() {
  model::Profile profile;
  profile.rank_by = 0;
  return profile;
}

model::Expression boolean_fact(int fact) {
  model::Expression result;
  result.op = model::Operator::fact;
  result.fact = fact;
  return result;
}

base::Possible boolean_answer(Truth truth) {
  base::Possible result;
  result.known = truth != Truth::unknown;
  if (result.known) result.cells = truth == Truth::yes ? 2 : 1;
  return result;
}

}  // namespace vertebra::generate
