#pragma once

#include <vector>

#include "model/expression.hpp"

namespace vertebra::graph {

// One fact, test of a fact or score, condition or red flag that an expression reads.
struct Leaf {
  const model::Expression* expression = nullptr;  // Never a constant, negation or count.
  bool negated = false;                           // Under an odd number of negations.
};

// In written order; the same name twice when it was written twice.
std::vector<Leaf> leaves(const model::Expression& expression);

}  // namespace vertebra::graph
