#pragma once

#include <cstdint>
#include <span>

#include <vertebra/outcome.hpp>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// What one member adds: its points, nothing, or what is left open.
constexpr Score share_of(std::int32_t points, Truth truth) noexcept {
  if (truth == Truth::no) return {0, 0};
  if (truth == Truth::yes) return {points, points};
  return points < 0 ? Score{points, 0} : Score{0, points};
}

// What the points of the members add up to: exact, or what open members leave possible. Each member counts by itself.
// INVARIANT: |points| add up to less than 2^30.
template <class TruthOf>
Score sum_of(std::span<const image::Member> members, TruthOf&& truth_of) noexcept {
  Score sum;
  for (const image::Member& each : members) {
    const Score share = share_of(each.points, truth_of(each.when));
    sum.low += share.low;
    sum.high += share.high;
  }
  return sum;
}

inline Score sum_of(const image::Image& image, image::Range members, const Planes& planes) noexcept {
  return sum_of(std::span{image.members}.subspan(members.begin, members.size()),
                [&](image::Literal when) { return planes.at(when); });
}

// Whether the sum is at least the threshold: decided when every sum that is still possible agrees.
constexpr Truth reaches(Score sum, std::int32_t threshold) noexcept {
  return sum.low >= threshold ? Truth::yes : sum.high < threshold ? Truth::no : Truth::unknown;
}

}  // namespace vertebra::eval
