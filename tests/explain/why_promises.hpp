#pragma once

#include <string>

#include "explain/explained.hpp"
#include "support/generate_samples.hpp"

namespace vertebra::test {

// Holds one answer to "why" to its promises, by the slow reference: its facts alone give what it explains, none of them can be
// left out, and no consistent answer to the others changes it. What is unknown waits on what the outcome says. Returns what is
// wrong; empty when nothing is. `answers` must rule something out wherever they are known (reference::telling).
std::string broken_promise(const model::RuleSet& rules, const model::Profile& profile, Explained& library,
                           const generate::Answers& answers, const explain::Asked& asked);

}  // namespace vertebra::test
