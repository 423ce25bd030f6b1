#pragma once

#include "report/outcome_parts.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// What the ids of sources on the page so far mean: which are interpretations, and which still have to be checked. Written
// last and once, since a mark beside each would be in every second line.
void write_footnote(const OutcomeParts& parts, Page& page);

}  // namespace vertebra::report
