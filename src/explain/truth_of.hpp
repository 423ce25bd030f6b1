#pragma once

#include "eval/result.hpp"
#include "explain/tree_builder.hpp"
#include "explain/written.hpp"

namespace vertebra::explain {

// What an expression of a rule turned out to be in a run. The depth is bounded
// by the parser's limit on nesting: what it names is looked up, not followed.
Truth truth_of(const Written& written, const Run& run, const model::Expression& expression);

// What a comparison, choice or boolean fact is of the values that are still possible.
Truth truth_of_test(const Written& written, const eval::Domain& domain, const model::Expression& test);

}  // namespace vertebra::explain
