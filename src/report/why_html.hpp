#pragma once

#include <string>

#include "report/why_parts.hpp"

namespace vertebra::report {

// One page that needs nothing else: the tree, with long lists folded.
std::string to_html(const WhyParts& parts);

}  // namespace vertebra::report
