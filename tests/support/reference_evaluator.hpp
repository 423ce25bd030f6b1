#pragma once

#include <span>

#include "model/rule_set.hpp"
#include "support/reference_outcome.hpp"

namespace vertebra::reference {

// The slow evaluator, written from the rule language alone (sections 1, 4 and 5): it walks the rules as they were written,
// once for every question it asks of them, so that each line can be held against a sentence of the contract. `answers` has
// one entry a fact, in vocabulary order. Knows no dates: it never says that a guide has expired.
Outcome evaluate(const model::RuleSet& rules, const model::Profile& profile, std::span<const base::Possible> answers);

}  // namespace vertebra::reference
