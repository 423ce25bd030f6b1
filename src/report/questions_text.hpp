#pragma once

#include "report/outcome_parts.hpp"
#include "report/page.hpp"

namespace vertebra::report {

// What is not known yet, by what it could still change, the most urgent first. A fact is named once, and only the first
// few are put as questions.
void write_questions(const OutcomeParts& parts, Page& page);

}  // namespace vertebra::report
