#pragma once

#include <string>
#include <vector>

#include "load/fields.hpp"

namespace vertebra::load {

// Reads `codes` of a fact or treatment. `values` are the answers that a code may stand for; where there are none, a code
// has no `value`.
std::vector<model::CodeBinding> read_codes(Reading& reading, Fields& owner, const std::vector<std::string>& values);

}  // namespace vertebra::load
