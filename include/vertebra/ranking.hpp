#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/rule_set.hpp>

namespace vertebra {

// The smallest change of one strength word that would put another treatment first, everything else held as it is.
struct FirstPlaceSwap {
  std::string_view strength;   // The guide's word, such as "consider".
  int change = 0;              // Points to add to that word (may be negative).
  std::string_view treatment;  // What would then be first.
};

// Nothing when there is no first place, or no change of one word within ±2^20 points would swap it. Among equal sizes the
// negative change comes first, then the order of the words. Compares treatments by the rules of rank (rules/README.md).
std::optional<FirstPlaceSwap> first_place_stability(const Outcome& outcome);

// A word by which the ranking guide says how strongly it means a treatment, and its points.
struct StrengthInfo {
  std::string_view word;
  int points = 0;
};

// In written order. Views live as long as the rule set.
std::vector<StrengthInfo> strengths(const RuleSet& rule_set);

// How treatments would rank if the words had other points, everything else held as it is. Made once for many vectors of
// points, then asked of outcome after outcome; immutable, safe to share among threads.
class StrengthSweep {
 public:
  // `points` holds vector after vector, each with a number for every word of strengths(), from -2^20 to 2^20.
  StrengthSweep(const RuleSet& rule_set, std::span<const std::int32_t> points);
  StrengthSweep(const StrengthSweep&) = delete;
  StrengthSweep& operator=(const StrengthSweep&) = delete;
  ~StrengthSweep();

  std::size_t vectors() const noexcept;
  // Ranks from 1, 0 for none: for vector after vector one for each of Outcome::summaries(), so vectors() times their number.
  // Who has a rank at all, and verdicts before points, are as in the outcome, which must be of the same rule set.
  void ranks(const Outcome& outcome, std::span<std::uint16_t> into) const;

  static constexpr std::int32_t most_points = 1 << 20;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vertebra
