#pragma once

#include <string_view>

#include <vertebra/cases.hpp>

#include "model/cases.hpp"

namespace vertebra::cases {

// Runs every case of `profile` (of every profile when it is empty) and counts what the rules turned out to be. Coverage
// speaks of the guides of that profile, or of all guides: one that no case asks is not covered.
CaseRun run(const model::RuleSet& rules, const model::Cases& cases, std::string_view profile, Date as_of);

}  // namespace vertebra::cases
