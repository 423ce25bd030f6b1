#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include <vertebra/truth.hpp>

namespace vertebra::eval {

// A truth as gates compute it: all of several marks is their "and". The marks of a node and of its negation lie side by side,
// so that the mark of a literal stands at its code.
using Mark = std::uint8_t;
inline constexpr Mark marked_no = 0, marked_unknown = 16, marked_yes = 48;

constexpr Truth truth_of(Mark mark) noexcept { return static_cast<Truth>((mark >> 4) - (mark >> 5)); }
constexpr bool is_yes(unsigned mark) noexcept { return mark == marked_yes; }
constexpr bool is_no(unsigned mark) noexcept { return mark == marked_no; }

// The two marks of a node as one number in memory.
static_assert(std::endian::native == std::endian::little, "the own mark stands first");
inline constexpr std::uint16_t both_no = marked_yes << 8 | marked_no;
inline constexpr std::uint16_t both_unknown = marked_unknown << 8 | marked_unknown;
inline constexpr std::uint16_t both_yes = marked_no << 8 | marked_yes;

// Shifted right by a mark: what is written for it.
inline constexpr std::uint64_t marks_of_node = both_no | std::uint64_t{both_unknown} << marked_unknown |
                                               std::uint64_t{both_yes} << marked_yes |
                                               std::uint64_t{both_unknown} << (marked_yes ^ marked_unknown);

// `turned`: 0, or marked_yes for the opposite of the mark.
inline void put(Mark* marks, std::uint32_t code, unsigned mark, unsigned turned = 0) noexcept {
  const auto both = static_cast<std::uint16_t>(marks_of_node >> (mark ^ turned));
  std::memcpy(marks + code, &both, sizeof both);
}

}  // namespace vertebra::eval
