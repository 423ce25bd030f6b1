#pragma once

#include <vertebra/outcome.hpp>

namespace vertebra::rank {

// 0 offered, 1 provisional, 2 deferred; a lower class is ranked first whatever the points.
int rank_class(const TreatmentSummary& treatment) noexcept;

// The rule of rank: class, then the low end of the score, then its high end, then catalogue order.
bool ranks_before(const TreatmentSummary& a, const TreatmentSummary& b) noexcept;

}  // namespace vertebra::rank
