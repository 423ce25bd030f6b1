#pragma once

#include <string>

#include "report/why_parts.hpp"

namespace vertebra::report {

// The form for reading: a tree of lines, each with a sign for yes, no or not known, its answers and its sources.
std::string to_text(const WhyParts& parts, const TextStyle& style);

}  // namespace vertebra::report
