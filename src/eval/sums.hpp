#pragma once

#include <cstdint>

#include <vertebra/outcome.hpp>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// What the points of the members add up to: exact, or what open members leave possible. Each member counts by itself.
Score sum_of(const image::Image& image, image::Range members, const Planes& planes) noexcept;

// Whether the sum is at least the threshold: decided when every sum that is still possible agrees.
constexpr Truth reaches(Score sum, std::int32_t threshold) noexcept {
  return sum.low >= threshold ? Truth::yes : sum.high < threshold ? Truth::no : Truth::unknown;
}

}  // namespace vertebra::eval
