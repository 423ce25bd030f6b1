#include "rank/ranking.hpp"

#include <tuple>

namespace vertebra::rank {

int rank_class(const TreatmentSummary& treatment) noexcept {
  return treatment.verdict == Verdict::offered ? 0 : treatment.verdict == Verdict::provisional ? 1 : 2;
}

bool ranks_before(const TreatmentSummary& a, const TreatmentSummary& b) noexcept {
  return std::tuple{rank_class(a), b.score.low, b.score.high, a.index} <
         std::tuple{rank_class(b), a.score.low, a.score.high, b.index};
}

}  // namespace vertebra::rank
