#include "eval/sums.hpp"

#include <algorithm>

namespace vertebra::eval {

// INVARIANT: |points| add up to less than 2^30.
Score sum_of(const image::Image& image, image::Range members, const Planes& planes) noexcept {
  Score sum;
  for (std::uint32_t i = members.begin; i < members.end; ++i) {
    const image::Member& member = image.members[i];
    const Truth truth = planes.at(member.when);
    if (truth == Truth::no) continue;
    const bool certain = truth == Truth::yes;
    sum.low += certain ? member.points : std::min(member.points, 0);
    sum.high += certain ? member.points : std::max(member.points, 0);
  }
  return sum;
}

}  // namespace vertebra::eval
