#pragma once

#include "report/outcome_parts.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// What is not offered and why, grouped by cause.
void write_withheld(const OutcomeParts& parts, Page& page);

}  // namespace vertebra::report
