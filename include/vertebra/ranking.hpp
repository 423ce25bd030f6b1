#pragma once

#include <optional>
#include <string_view>

#include <vertebra/outcome.hpp>

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

}  // namespace vertebra
