#pragma once

#include "report/outcome_parts.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// The questions that can change care, in the order of asking, and how many others there are. Only the first few are put
// in full.
void write_questions(const OutcomeParts& parts, Page& page);

}  // namespace vertebra::report
