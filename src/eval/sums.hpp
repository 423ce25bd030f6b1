#pragma once

#include <cstdint>

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
Score sum_of(const image::Image& image, image::Range members, const Planes& planes) noexcept;

// Whether the sum is at least the threshold: decided when every sum that is still possible agrees.
constexpr Truth reaches(Score sum, std::int32_t threshold) noexcept {
  return sum.low >= threshold ? Truth::yes : sum.high < threshold ? Truth::no : Truth::unknown;
}

}  // namespace vertebra::eval
