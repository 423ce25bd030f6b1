#pragma once

#include <cstdint>
#include <optional>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::rank {

// Points added to one strength word, and the treatment that is first then.
struct Swap {
  std::uint32_t strength = 0;  // image::Image::strengths
  std::int32_t change = 0;
  std::uint32_t treatment = 0;  // image::Image::treatments
  friend bool operator==(const Swap&, const Swap&) = default;
};

inline constexpr std::int32_t largest_change = 1 << 20;

// The smallest change of one word that puts another treatment first; see <vertebra/ranking.hpp>. Nothing without a first
// place, or when no change of at most `largest_change` does it.
std::optional<Swap> first_place_swap(const image::Image& image, const eval::Result& result);

}  // namespace vertebra::rank
