#pragma once

#include "model/expression.hpp"

namespace vertebra::model {

// A comparison as the values above one cut, or the rest of them. For x > value when strict, else for x >= value.
struct Cut {
  double value = 0;
  bool strict = false;
  bool below = false;  // The comparison holds below the cut: x <= value, or x < value.
};

// The cut of a comparison with a fact. A fact in years takes `whole` numbers only, so that `> 5 a` and `>= 6 a` are one cut:
// no value lies between them.
Cut cut_of(const Expression& comparison, bool whole) noexcept;

// The same for a comparison with a score, whose sums are whole; never strict.
Cut cut_of_score(const Expression& comparison) noexcept;

}  // namespace vertebra::model
