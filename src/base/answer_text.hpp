#pragma once

#include <string>

#include "base/fact_shape.hpp"

namespace vertebra::base {

// An answer as a patient file writes it: "yes", "42 d", "3 .. 6", "one_leg or both_legs", "unknown". What a conversion left
// beyond 15 digits is rounded away, so that the text can be read again.
std::string answer_text(const FactShape& fact, const Possible& answer);

}  // namespace vertebra::base
