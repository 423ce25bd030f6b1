#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/outcome_parts.hpp"

namespace vertebra::report {

// Some of an outcome's treatments, in its order.
using Chosen = std::vector<const TreatmentAdvice*>;

// Those with this verdict; of the withheld ones, those with this cause.
Chosen choose(const OutcomeParts& parts, Verdict verdict, Cause cause);

// What a person calls a treatment: its label, or its id as words where there is none.
std::string label_of(const TreatmentAdvice& treatment);
std::string label_of(const OutcomeParts& parts, std::string_view id);
std::string labels_of(const Chosen& chosen);

}  // namespace vertebra::report
