#pragma once

#include <cstdint>
#include <vector>

#include "base/fact_shape.hpp"
#include "model/expression.hpp"

namespace vertebra::reference {

// The values of one fact that are still possible: some choices (or no and yes), or an interval of numbers whose ends may
// be left out.
struct Values {
  std::uint64_t cells = 0;
  double low = 0;
  double high = 0;
  bool without_low = false;
  bool without_high = false;
  friend bool operator==(const Values&, const Values&) = default;
};

using Domains = std::vector<Values>;  // One a fact, in vocabulary order.

Values values_of(const base::FactShape& fact, const base::Possible& answer);
bool is_empty(const base::FactShape& fact, const Values& values) noexcept;

// Those of the values for which a test of this fact (perhaps negated) is `wanted`.
Values restricted(const base::FactShape& fact, Values values, const model::Expression& test, bool wanted);

// The fact that a test asks about, below its negations.
int tested_fact(const model::Expression& test) noexcept;

}  // namespace vertebra::reference
