#include "graph/leaves.hpp"

#include <ranges>

namespace vertebra::graph {

std::vector<Leaf> leaves(const model::Expression& expression) {
  std::vector<Leaf> found;
  std::vector<Leaf> open{{&expression, false}};
  while (!open.empty()) {
    const Leaf next = open.back();
    open.pop_back();
    if (next.expression->op == model::Operator::constant) continue;
    const bool flips = next.expression->op == model::Operator::negation;
    for (const model::Expression& operand : next.expression->operands | std::views::reverse)
      open.push_back({&operand, next.negated != flips});
    if (next.expression->operands.empty()) found.push_back(next);
  }
  return found;
}

}  // namespace vertebra::graph
