#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <vertebra/outcome.hpp>
#include <vertebra/truth.hpp>

#include "image/image.hpp"

namespace vertebra::eval {

// A verdict with what the ranking makes of it.
struct Ruling {
  Verdict verdict = Verdict::withheld;
  Cause cause = Cause::none;
  bool listed = false;
  constexpr bool offered() const noexcept { return verdict == Verdict::offered; }
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
  if (cause == Cause::deferred) return {Verdict::withheld, cause, true};
  if (cause != Cause::none) return {Verdict::withheld, cause, false};
  const bool settled = scope == Truth::yes && when == Truth::yes && blocked == Truth::no && deferred == Truth::no;
  return settled ? Ruling{Verdict::offered, cause, true} : Ruling{Verdict::provisional, cause, true};
}

// rule() as a table: what is the same for all treatments of a patient comes first.
constexpr std::size_t ruling_index(Truth scope, Truth deferred, Leaning stance, Truth blocked, Truth when) noexcept {
  const auto step = [](std::size_t index, auto next) { return index * 3 + static_cast<std::size_t>(next); };
  return step(step(step(step(static_cast<std::size_t>(scope), deferred), stance), blocked), when);
}

inline constexpr std::array<Ruling, 243> ruling_table = [] {
  std::array<Ruling, 243> table{};
  for (int i = 0; i < 243; ++i) {
    const auto digit = [i](int place) { return i / place % 3; };
    const auto truth = [&](int place) { return static_cast<Truth>(digit(place)); };
    table[static_cast<std::size_t>(i)] = rule(truth(81), static_cast<Leaning>(digit(9)), truth(3), truth(1), truth(27));
  }
  return table;
}();

}  // namespace vertebra::eval
