#pragma once

#include <string>

#include <vertebra/cases.hpp>

namespace vertebra::report {

// The same as JSON: one line, keys in a fixed order.
std::string to_json(const CaseRun& run);

}  // namespace vertebra::report
