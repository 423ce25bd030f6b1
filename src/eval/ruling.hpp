#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <vertebra/outcome.hpp>
#include <vertebra/truth.hpp>

#include "eval/marks.hpp"
#include "eval/score_blocks.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// A verdict with what the ranking makes of it.
struct alignas(4) Ruling {
  Verdict verdict = Verdict::withheld;
  Cause cause = Cause::none;
  std::uint8_t key = key_unlisted;
};

enum class Leaning : std::uint8_t { favorable, against, neither };

constexpr Leaning leaning(image::Stance stance) noexcept {
  if (stance == image::Stance::favors || stance == image::Stance::in_package) return Leaning::favorable;
  return stance == image::Stance::against ? Leaning::against : Leaning::neither;
}

// The first certain cause, in the order of the contract; none when nothing is certain.
constexpr Cause certain_cause(Truth scope, Leaning stance, Truth blocked, Truth when, Truth deferred) noexcept {
  if (scope == Truth::no) return Cause::not_in_scope;
  if (stance == Leaning::against) return Cause::against;
  if (stance == Leaning::neither) return Cause::no_recommendation;
  if (blocked == Truth::yes) return Cause::blocked;
  if (when == Truth::no) return Cause::not_indicated;
  return deferred == Truth::yes ? Cause::deferred : Cause::none;
}

// `when` is the indication without the scope.
constexpr Ruling rule(Truth scope, Leaning stance, Truth blocked, Truth when, Truth deferred) noexcept {
  const Cause cause = certain_cause(scope, stance, blocked, when, deferred);
  if (cause == Cause::deferred) return {Verdict::withheld, cause, key_listed};
  if (cause != Cause::none) return {Verdict::withheld, cause, key_unlisted};
  const bool settled = scope == Truth::yes && when == Truth::yes && blocked == Truth::no && deferred == Truth::no;
  return settled ? Ruling{Verdict::offered, cause, key_offered} : Ruling{Verdict::provisional, cause, key_listed};
}

// rule() as a table: for what is the same for all treatments of a patient, for each leaning, by the marks of `blocked` and
// `when`, a quarter of which says which they are.
inline constexpr std::uint32_t rulings_a_leaning = 16;
using Rulings = std::array<Ruling, 3 * rulings_a_leaning>;

constexpr std::uint32_t first_ruling(Leaning stance) noexcept {
  return static_cast<std::uint32_t>(stance) * rulings_a_leaning;
}
constexpr std::uint32_t ruling_offset(Mark blocked, Mark when) noexcept {
  return std::uint32_t{blocked} / 4 | std::uint32_t{when} / 16;
}

inline constexpr std::array<std::array<Rulings, 3>, 3> ruling_table = [] {
  constexpr std::array truths{Truth::no, Truth::unknown, Truth::yes};
  constexpr std::array marks{marked_no, marked_unknown, marked_yes};
  std::array<std::array<Rulings, 3>, 3> table{};
  for (int i = 0; i < 243; ++i) {
    const auto digit = [i](int place) { return static_cast<std::size_t>(i / place % 3); };
    const auto stance = static_cast<Leaning>(digit(9));
    table[digit(81)][digit(27)][first_ruling(stance) + ruling_offset(marks[digit(3)], marks[digit(1)])] =
        rule(truths[digit(81)], stance, truths[digit(3)], truths[digit(1)], truths[digit(27)]);
  }
  return table;
}();

}  // namespace vertebra::eval
