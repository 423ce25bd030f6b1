#pragma once

#include <string>
#include <vector>

#include "api/state.hpp"

namespace vertebra {

// "pain_duration: 6 wk" for each fact that was answered, in vocabulary order: one line of a patient file, or one item
// between the braces of a case.
std::vector<std::string> answer_lines(const Patient::State& patient);

}  // namespace vertebra
