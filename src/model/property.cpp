#include "model/property.hpp"

namespace vertebra::model {

std::vector<const Expression*> rules_in(const Property& property) {
  std::vector<const Expression*> found;
  std::vector<const PropertyExpression*> open{&property.holds};
  while (!open.empty()) {
    const PropertyExpression& next = *open.back();
    open.pop_back();
    if (next.op == PropertyOperator::rule || next.op == PropertyOperator::known) found.push_back(&next.rule);
    for (auto operand = next.operands.rbegin(); operand != next.operands.rend(); ++operand) open.push_back(&*operand);
  }
  return found;
}

}  // namespace vertebra::model
