#pragma once

#include <string>

#include "report/outcome_parts.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// A level between quotation marks, by its label.
std::string quoted(const CareLevel& level);

// True at the level above which there is none: then what to do now is all that is said.
bool most_urgent(const OutcomeParts& parts);

// How soon to be seen, and the warning signs that ask for it.
void write_care(const OutcomeParts& parts, Page& page);

}  // namespace vertebra::report
