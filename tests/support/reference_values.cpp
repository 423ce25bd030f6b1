#include "support/reference_values.hpp"

#include <cmath>

namespace vertebra::reference {
namespace {

using model::Operator;
using model::Relation;

void keep_above(Values& values, double end, bool without_end) {
  if (end < values.low) return;
  values.without_low = end > values.low ? without_end : values.without_low || without_end;
  values.low = end;
}

void keep_below(Values& values, double end, bool without_end) {
  if (end > values.high) return;
  values.without_high = end < values.high ? without_end : values.without_high || without_end;
  values.high = end;
}

Relation opposite(Relation relation) {
  switch (relation) {
    case Relation::less: return Relation::greater_or_equal;
    case Relation::less_or_equal: return Relation::greater;
    case Relation::greater: return Relation::less_or_equal;
    case Relation::greater_or_equal: return Relation::less;
  }
  return relation;
}

// Facts declared in years take only whole, completed years.
void keep_whole(Values& values) {
  if (const double up = std::ceil(values.low); up > values.low) {
    values.low = up;
    values.without_low = false;
  }
  if (const double down = std::floor(values.high); down < values.high) {
    values.high = down;
    values.without_high = false;
  }
  if (values.without_low) values.low += 1;
  if (values.without_high) values.high -= 1;
  values.without_low = values.without_high = false;
}

void keep(Values& values, Relation relation, double threshold) {
  switch (relation) {
    case Relation::less: return keep_below(values, threshold, true);
    case Relation::less_or_equal: return keep_below(values, threshold, false);
    case Relation::greater: return keep_above(values, threshold, true);
    case Relation::greater_or_equal: return keep_above(values, threshold, false);
  }
}

}  // namespace

Values values_of(const base::FactShape& fact, const base::Possible& answer) {
  switch (fact.type) {
    case base::FactType::boolean: return {.cells = answer.known ? answer.cells : 3};
    case base::FactType::choice:
      return {.cells = answer.known ? answer.cells : ~std::uint64_t{0} >> (64 - fact.choices.size())};
    case base::FactType::quantity:
      return answer.known ? Values{.low = answer.low, .high = answer.high} : Values{.low = fact.min, .high = fact.max};
  }
  return {};
}

bool is_empty(const base::FactShape& fact, const Values& values) noexcept {
  if (fact.type != base::FactType::quantity) return values.cells == 0;
  return values.low > values.high || (values.low == values.high && (values.without_low || values.without_high));
}

Values restricted(const base::FactShape& fact, Values values, const model::Expression& test, bool wanted) {
  if (test.op == Operator::negation) return restricted(fact, values, test.operands[0], !wanted);
  if (test.op == Operator::fact) values.cells &= wanted ? 2 : 1;
  if (test.op == Operator::choice) values.cells &= wanted ? test.choices : ~test.choices;
  if (test.op == Operator::comparison) {
    keep(values, wanted ? test.relation : opposite(test.relation), test.threshold);
    if (fact.unit.ucum == base::year_unit) keep_whole(values);
  }
  return values;
}

int tested_fact(const model::Expression& test) noexcept {
  return test.op == Operator::negation ? tested_fact(test.operands[0]) : test.fact;
}

}  // namespace vertebra::reference
