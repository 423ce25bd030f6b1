#include "graph/leaves.hpp"

namespace vertebra::graph {
namespace {

using model::Operator;

bool is_leaf(Operator op) {
  return op == Operator::fact || op == Operator::choice || op == Operator::comparison || op == Operator::condition ||
         op == Operator::red_flag || op == Operator::score;
}

}  // namespace

std::vector<Leaf> leaves(const model::Expression& expression) {
  std::vector<Leaf> found;
  std::vector<Leaf> open{{&expression, false}};
  while (!open.empty()) {
    const Leaf next = open.back();
    open.pop_back();
    if (is_leaf(next.expression->op)) found.push_back(next);
    const bool negated = next.negated != (next.expression->op == Operator::negation);
    const std::vector<model::Expression>& operands = next.expression->operands;
    for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand) open.push_back({&*operand, negated});
  }
  return found;
}

}  // namespace vertebra::graph
