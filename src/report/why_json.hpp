#pragma once

#include <string>

#include "report/why_parts.hpp"

namespace vertebra::report {

// The stable form for programs: one line, keys in a fixed order, nested as the tree is.
std::string to_json(const WhyParts& parts);

}  // namespace vertebra::report
