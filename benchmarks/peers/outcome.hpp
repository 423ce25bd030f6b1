#pragma once

#include <cstdint>
#include <vector>

// What is compared. The code that is generated from a rule set includes nothing else of ours.
namespace peers {

enum class Verdict : std::uint8_t {
  offered,
  provisional,
  not_in_scope,
  against,
  no_recommendation,
  blocked,
  not_indicated,
  deferred
};

// Scores and ranks are 0 for what has none.
struct Outcome {
  bool care_assessed = false;
  int least = 0;
  int most = 0;
  std::vector<Verdict> verdicts;
  std::vector<int> low;
  std::vector<int> high;
  std::vector<int> ranks;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

constexpr bool is_listed(Verdict verdict) noexcept {
  return verdict <= Verdict::provisional || verdict == Verdict::deferred;
}

}  // namespace peers
