#include "graph/joins.hpp"

#include <algorithm>
#include <vector>

namespace vertebra::graph {
namespace {

using model::Expression;
using model::Operator;

struct Part {
  const Expression* expression = nullptr;
  bool negated = false;
};

Part without_not(Part part) {
  while (part.expression->op == Operator::negation) part = {&part.expression->operands.front(), !part.negated};
  return part;
}

bool is_joint(Operator op) { return op == Operator::all || op == Operator::any || op == Operator::at_least; }

// `not` turns an `all` of things into an `any` of their negations, and the other way round.
Operator seen_as(const Part& part) {
  if (!part.negated || part.expression->op == Operator::at_least) return part.expression->op;
  return part.expression->op == Operator::all ? Operator::any : Operator::all;
}

bool only_leaves(const Expression& expression) {
  return std::ranges::none_of(expression.operands, [](const Expression& operand) {
    return is_joint(without_not({&operand, false}).expression->op);
  });
}

bool same_throughout(const Part& root) {
  std::vector<Part> open{root};
  while (!open.empty()) {
    const Part part = open.back();
    open.pop_back();
    if (seen_as(part) != seen_as(root)) return false;
    for (const Expression& operand : part.expression->operands) {
      const Part inner = without_not({&operand, part.negated});
      if (is_joint(inner.expression->op)) open.push_back(inner);
    }
  }
  return true;
}

}  // namespace

std::string joins(const Expression& expression) {
  const Part root = without_not({&expression, false});
  if (!is_joint(root.expression->op)) return {};
  if (root.expression->op == Operator::at_least)
    return !root.negated && only_leaves(*root.expression) ? "at least " + std::to_string(root.expression->count)
                                                          : "and, or";
  if (!same_throughout(root)) return "and, or";
  return seen_as(root) == Operator::all ? "all" : "any";
}

}  // namespace vertebra::graph
