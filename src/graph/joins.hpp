#pragma once

#include <string>

#include "model/expression.hpp"

namespace vertebra::graph {

// How the leaves of an expression work together, once each carries its own `not`: "all", "any" or "at least 2"; "and, or"
// where it is not one of these throughout; empty for a single leaf or none.
std::string joins(const model::Expression& expression);

}  // namespace vertebra::graph
