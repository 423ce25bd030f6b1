#pragma once

#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::check {

// Every expression of a guide, in the order of the model. They live as long as the guide.
std::vector<const model::Expression*> expressions_of(const model::Guide& guide);

// For each source of the guide, whether a rule, parameter, condition, claim or notice cites it.
std::vector<bool> cited_sources(const model::Guide& guide);

}  // namespace vertebra::check
