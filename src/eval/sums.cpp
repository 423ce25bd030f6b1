#include "eval/sums.hpp"

namespace vertebra::eval {

// INVARIANT: |points| add up to less than 2^30.
Score sum_of(const image::Image& image, image::Range members, const Planes& planes) noexcept {
  Score sum;
  for (std::uint32_t i = members.begin; i < members.end; ++i) {
    const image::Member& member = image.members[i];
    const Score share = share_of(member.points, planes.at(member.when));
    sum.low += share.low;
    sum.high += share.high;
  }
  return sum;
}

}  // namespace vertebra::eval
