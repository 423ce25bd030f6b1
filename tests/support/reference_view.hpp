#pragma once

#include <vector>

#include "eval/answers.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"
#include "model/rule_set.hpp"
#include "support/reference_outcome.hpp"

// What the library says, in the form of the reference, so that the two can be compared.
namespace vertebra::reference {

Outcome view_of(const image::Image& image, const eval::Result& result);

// Compiles and runs; the quick way for one patient.
Outcome run_library(const model::RuleSet& rules, const model::Profile& profile,
                    const std::vector<base::Possible>& answers);

// The answers that rule something out which the image can tell apart; the others become unknown. The library does not tell
// an answer that leaves everything possible from none, and so never sets such an answer aside.
std::vector<base::Possible> telling(const image::Image& image, std::vector<base::Possible> answers);

eval::Answers answers_of(const image::Image& image, const std::vector<base::Possible>& answers);

}  // namespace vertebra::reference
