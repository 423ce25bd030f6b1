#pragma once

#include <string>

#include <vertebra/cases.hpp>

// Turns of phrase that the reports on cases share.
namespace vertebra::report {

// "care: expected self_care, but it is [self_care, same_day]"
std::string difference_text(const CaseDifference& difference);

// "red flag persistent_pain of spine_pro"
std::string rule_name(const RuleCoverage& rule);

// "yes or unknown"; empty when every outcome was seen.
std::string missing_outcomes(const RuleCoverage& rule);

// "99.93%", never rounded up.
std::string percent_text(const CaseCoverage& coverage);

}  // namespace vertebra::report
