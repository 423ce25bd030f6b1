#pragma once

#include "report/outcome_parts.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// The treatments that may be offered, now or after the visit, with their reasons; then what is said of several at once.
void write_treatments(const OutcomeParts& parts, Page& page);

}  // namespace vertebra::report
