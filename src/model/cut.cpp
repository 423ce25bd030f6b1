#include "model/cut.hpp"

#include <cmath>

namespace vertebra::model {

Cut cut_of(const Expression& comparison, bool whole) noexcept {
  const bool strict = comparison.relation == Relation::greater || comparison.relation == Relation::less_or_equal;
  const bool below = comparison.relation == Relation::less || comparison.relation == Relation::less_or_equal;
  double value = comparison.threshold;
  if (whole) value = strict ? std::floor(value) + 1 : std::ceil(value);
  // Zero has two signs and one meaning.
  return {value == 0 ? 0.0 : value, strict && !whole, below};
}

Cut cut_of_score(const Expression& comparison) noexcept { return cut_of(comparison, true); }

}  // namespace vertebra::model
