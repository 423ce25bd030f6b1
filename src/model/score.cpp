#include <algorithm>

#include "model/rule_set.hpp"

namespace vertebra::model {

std::pair<std::int64_t, std::int64_t> bounds(const Score& score) noexcept {
  std::pair<std::int64_t, std::int64_t> ends{0, 0};
  for (const ScoreMember& member : score.sum) {
    ends.first += std::min(member.points, 0);
    ends.second += std::max(member.points, 0);
  }
  return ends;
}

}  // namespace vertebra::model
