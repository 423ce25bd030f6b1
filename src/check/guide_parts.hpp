#pragma once

#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::check {

// Every expression of a guide, in the order of the model. They live as long as the guide.
std::vector<const model::Expression*> expressions_of(const model::Guide& guide);

}  // namespace vertebra::check
