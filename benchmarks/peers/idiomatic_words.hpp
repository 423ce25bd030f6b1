#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>

#include "outcome.hpp"

// What the idiomatic C++ is written with; the rules themselves are generated.
namespace peers::idiomatic_words {

enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth operator&(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth operator|(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth operator!(Truth a) { return static_cast<Truth>(2 - static_cast<int>(a)); }
constexpr Truth known(bool value) { return value ? Truth::yes : Truth::no; }

constexpr Truth at_least(int count, std::initializer_list<Truth> of) {
  int yes = 0, open = 0;
  for (const Truth each : of) {
    if (each == Truth::yes) ++yes;
    if (each != Truth::no) ++open;
  }
  return yes >= count ? Truth::yes : open >= count ? Truth::unknown : Truth::no;
}

inline Truth is(std::optional<bool> answer) { return answer ? known(*answer) : Truth::unknown; }
inline Truth at_least(std::optional<double> answer, double limit) {
  return answer ? known(*answer >= limit) : Truth::unknown;
}
inline Truth above(std::optional<double> answer, double limit) {
  return answer ? known(*answer > limit) : Truth::unknown;
}
template <class Choice>
Truth is_any(std::optional<Choice> answer, std::initializer_list<Choice> of) {
  if (!answer) return Truth::unknown;
  for (const Choice each : of) {
    if (*answer == each) return Truth::yes;
  }
  return Truth::no;
}

struct Score {
  int low = 0;
  int high = 0;
};

inline Score sum(Score a, Score b) { return {a.low + b.low, a.high + b.high}; }

inline void argue(Score& score, int points, Truth when) {
  if (when == Truth::no) return;
  if (when == Truth::yes || points < 0) score.low += points;
  if (when == Truth::yes || points > 0) score.high += points;
}

inline Verdict verdict_of(Truth scope, Truth indicated, Truth blocked, Truth deferred) {
  if (scope == Truth::no) return Verdict::not_in_scope;
  if (blocked == Truth::yes) return Verdict::blocked;
  if (indicated == Truth::no) return Verdict::not_indicated;
  if (deferred == Truth::yes) return Verdict::deferred;
  const bool settled = scope == Truth::yes && indicated == Truth::yes && blocked == Truth::no && deferred == Truth::no;
  return settled ? Verdict::offered : Verdict::provisional;
}

template <std::size_t treatments>
struct Advice {
  bool care_assessed = false;
  int least = 0;
  int most = 0;
  std::array<Verdict, treatments> verdicts;
  std::array<Score, treatments> scores{};
  std::array<std::uint16_t, treatments> ranks{};

  int low(std::size_t i) const { return scores[i].low; }
  int high(std::size_t i) const { return scores[i].high; }
};

template <std::size_t treatments>
void rank(Advice<treatments>& advice) {
  std::array<std::uint16_t, treatments> order;
  std::size_t listed = 0;
  for (std::uint16_t i = 0; i < treatments; ++i) {
    if (is_listed(advice.verdicts[i])) order[listed++] = i;
  }
  const auto group = [&](std::uint16_t i) {
    return advice.verdicts[i] == Verdict::offered ? 0 : advice.verdicts[i] == Verdict::provisional ? 1 : 2;
  };
  std::sort(order.begin(), order.begin() + listed, [&](std::uint16_t a, std::uint16_t b) {
    if (group(a) != group(b)) return group(a) < group(b);
    if (advice.scores[a].low != advice.scores[b].low) return advice.scores[a].low > advice.scores[b].low;
    if (advice.scores[a].high != advice.scores[b].high) return advice.scores[a].high > advice.scores[b].high;
    return a < b;
  });
  for (std::size_t i = 0; i < listed; ++i) advice.ranks[order[i]] = static_cast<std::uint16_t>(i + 1);
}

// From an answer: 0 or 1, a number or the place of a choice; -1 or NaN for unknown.
inline std::optional<bool> yes_or_no(int answer) { return answer < 0 ? std::nullopt : std::optional{answer != 0}; }
inline std::optional<double> quantity(double answer) {
  return std::isnan(answer) ? std::nullopt : std::optional{answer};
}
template <class Choice>
std::optional<Choice> choice(int answer) {
  return answer < 0 ? std::nullopt : std::optional{static_cast<Choice>(answer)};
}

}  // namespace peers::idiomatic_words
