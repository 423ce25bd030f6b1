#pragma once

#include <string>

#include "model/rule_set.hpp"

namespace vertebra::graph {

// A comparison or choice in the words of the rule language: `pain_duration > 28 d`, `start_back >= 4`, `leg_pain in (one_leg, both_legs)`,
// `pain_duration > few_weeks`. `guide` is where a named threshold is looked up.
std::string test_text(const model::Expression& test, const model::RuleSet& rules, int guide);

// The same for a picture, under the name of its fact: `> 28 d`, `> few_weeks (28 d)`, `in (one_leg, both_legs)`.
std::string test_label(const model::Expression& test, const model::RuleSet& rules, int guide);

}  // namespace vertebra::graph
