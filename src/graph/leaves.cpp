#include "graph/leaves.hpp"

namespace vertebra::graph {

std::vector<Leaf> leaves(const model::Expression& expression) {
  std::vector<Leaf> found;
  std::vector<Leaf> open{{&expression, false}};
  while (!open.empty()) {
    const Leaf next = open.back();
    open.pop_back();
    if (next.expression->op == model::Operator::constant) continue;
    const bool flips = next.expression->op == model::Operator::negation;
    const std::vector<model::Expression>& operands = next.expression->operands;
    for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand)
      open.push_back({&*operand, next.negated != flips});
    if (operands.empty()) found.push_back(next);
  }
  return found;
}

}  // namespace vertebra::graph
