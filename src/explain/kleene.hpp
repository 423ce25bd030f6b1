#pragma once

#include <cstdint>

#include <vertebra/truth.hpp>

namespace vertebra::explain {

// "At least `count` of `size`" when `yes` operands are known yes and `no` are known no (1 <= count <= size, or 0 of 0 for a
// constant yes). All is n of n, any is 1 of n.
constexpr Truth at_least(std::uint32_t count, std::uint32_t size, std::uint32_t yes, std::uint32_t no) noexcept {
  return yes >= count ? Truth::yes : no > size - count ? Truth::no : Truth::unknown;
}

constexpr Truth operator!(Truth truth) noexcept { return static_cast<Truth>(2 - static_cast<int>(truth)); }

}  // namespace vertebra::explain
