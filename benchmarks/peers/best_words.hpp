#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "outcome.hpp"

// What the fastest C++ is written with; the rules themselves are generated.
namespace peers::best_words {

// Bit 0: certainly yes. Bit 16: possibly yes. Then `and` is & and `or` is |, whatever is unknown.
using Truth = std::uint32_t;
inline constexpr Truth yes = 0x10001, no = 0, unknown = 0x10000;

constexpr Truth negate(Truth a) { return std::rotl(a, 16) ^ yes; }
constexpr Truth at_least(Truth sum, Truth count) {
  return static_cast<Truth>((sum & 0xffff) >= count) | static_cast<Truth>((sum >> 16) >= count) << 16;
}

// From an answer: 0 or 1, or -1 for unknown; a number, or NaN.
constexpr Truth truth_of(int answer) { return answer < 0 ? unknown : static_cast<Truth>(answer) * yes; }
inline Truth reaches(double answer, double limit) {
  return static_cast<Truth>(answer >= limit) * yes | static_cast<Truth>(std::isnan(answer)) << 16;
}
inline Truth above(double answer, double limit) {
  return static_cast<Truth>(answer > limit) * yes | static_cast<Truth>(std::isnan(answer)) << 16;
}

// The low end in the low half of the register and the high end in the high one; a borrow is undone at the end.
using Score = std::uint32_t;
constexpr Score both(int points) { return static_cast<Score>(points) + (static_cast<Score>(points) << 16); }
constexpr Score argue(int points, Truth when) {
  return points > 0 ? when * static_cast<Score>(points) : std::rotl(when, 16) * static_cast<Score>(points);
}
constexpr int low_of(Score score) { return static_cast<std::int16_t>(score & 0xffff); }
constexpr int high_of(Score score) {
  return static_cast<std::int16_t>((score - static_cast<Score>(low_of(score))) >> 16);
}

inline constexpr Verdict verdict_by_first_reason[6] = {Verdict::not_in_scope,  Verdict::blocked,
                                                       Verdict::not_indicated, Verdict::deferred,
                                                       Verdict::provisional,   Verdict::offered};
inline constexpr std::uint32_t group_by_first_reason[6] = {0, 0, 0, 1, 2, 3};  // 0 is not ranked

// What stands against all treatments alike: out of scope, deferred, not settled.
constexpr std::uint32_t reasons_of_all(Truth scope, Truth deferred) {
  return (~(scope >> 16) & 1) | (deferred & 1) << 3 | ((~scope | deferred >> 16) & 1) << 4 | 1 << 5;
}
constexpr std::uint32_t reasons(std::uint32_t of_all, Truth indicated, Truth blocked) {
  return of_all | (blocked & 1) << 1 | (~(indicated >> 16) & 1) << 2 | ((~indicated | blocked >> 16) & 1) << 4;
}

template <std::size_t treatments>
struct Advice {
  std::uint32_t care_assessed;
  std::uint32_t least;
  std::uint32_t most;
  std::array<Verdict, treatments> verdicts;
  std::array<Score, treatments> scores;
  std::array<std::uint16_t, treatments> ranks;

  int low(std::size_t i) const { return low_of(scores[i]); }
  int high(std::size_t i) const { return high_of(scores[i]); }
};

}  // namespace peers::best_words
