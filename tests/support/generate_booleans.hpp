#pragma once

#include <span>
#include <vector>

#include <vertebra/truth.hpp>

#include "model/rule_set.hpp"

// The smallest rule set that shows the truth of conditions: for tests that go through all of something.
namespace vertebra::generate {

// Boolean facts f0, f1, …, and one guide that offers one treatment, with an argument a0, a1, … for each condition.
model::RuleSet boolean_rules(int facts, std::span<const model::Expression> conditions);
model::Profile only_guide();

model::Expression boolean_fact(int fact);
base::Possible boolean_answer(Truth truth);

}  // namespace vertebra::generate
