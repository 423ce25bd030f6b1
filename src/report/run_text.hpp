#pragma once

#include <string>

#include <vertebra/cases.hpp>

namespace vertebra::report {

// What a run of cases says in a terminal.
std::string to_text(const CaseRun& run);

}  // namespace vertebra::report
