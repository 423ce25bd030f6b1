#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/expression.hpp"

namespace vertebra::model {

enum class PropertyOperator : std::uint8_t {
  rule,      // `rule`, which speaks of the patient alone and could stand in a rule too
  care,      // the least care level `relation` `level`
  offered,   // the verdict of `treatment` is offered
  blocked,   // a contraindication that blocks `treatment` is yes
  points,    // the score of `treatment` `relation` `number`
  known,     // the fact (of any type), condition or red flag that `rule` names has one truth or value; else unknown
  negation,  // not operands[0]
  all,
  any,
  at_least,  // at least `number` of operands
  implies,   // operands[0] implies operands[1]
};

// What a property says, resolved. Beside what rules may say, it speaks of the advice itself.
struct PropertyExpression {
  PropertyOperator op = PropertyOperator::rule;
  Expression rule;
  Relation relation = Relation::less;
  int level = -1;      // Care level.
  int treatment = -1;  // Never a group.
  int number = 0;
  base::Place place;
  std::vector<PropertyExpression> operands;
};

// A promise about every possible patient.
struct Property {
  std::string id;
  base::Place place;
  PropertyExpression holds;
};

// The conditions that stand in a property, in written order.
std::vector<const Expression*> rules_in(const Property& property);

}  // namespace vertebra::model
