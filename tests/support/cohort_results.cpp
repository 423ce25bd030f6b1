#include "support/cohort_results.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace vertebra::test {
namespace {

constexpr std::uint8_t unwritten = 99;

// The lowest row at which two columns of `rows` rows each, or several of them one after the other, are not equal.
template <class T>
void lower_to_difference(const std::vector<T>& one, const std::vector<T>& other, std::size_t rows, std::size_t& row) {
  for (auto [a, b] = std::ranges::mismatch(one, other); a != one.end();) {
    row = std::min(row, static_cast<std::size_t>(a - one.begin()) % rows);
    std::tie(a, b) = std::mismatch(a + 1, one.end(), b + 1);
  }
}

}  // namespace

CohortResults::CohortResults(std::size_t rows, std::size_t treatments)
    : treatments_{treatments},
      care_least_(rows, unwritten),
      care_most_(rows, unwritten),
      verdicts_(rows * treatments, Verdict{unwritten}),
      score_low_(rows * treatments, unwritten),
      score_high_(rows * treatments, unwritten),
      ranks_(rows * treatments, unwritten),
      conflicts_(rows, unwritten),
      causes_(rows * treatments, Cause{unwritten}) {}

CohortSpans CohortResults::spans() {
  return {care_least_, care_most_, verdicts_, score_low_, score_high_, ranks_, conflicts_, causes_};
}

CohortSpans CohortResults::spans(std::size_t first, std::size_t count) {
  const auto some = [&](auto& all) { return std::span{all}.subspan(first, count); };
  const auto some_of_each = [&]<class T>(std::vector<T>& all) -> TreatmentSpan<T> {
    if (all.empty()) return {};
    return {std::span{all}.subspan(first, all.size() - rows() + count), rows()};
  };
  return {some(care_least_),         some(care_most_),     some_of_each(verdicts_), some_of_each(score_low_),
          some_of_each(score_high_), some_of_each(ranks_), some(conflicts_),        some_of_each(causes_)};
}

void CohortResults::put(const eval::Result& result, std::size_t row) {
  care_least_[row] = result.care_assessed ? static_cast<std::int8_t>(result.care_least) : std::int8_t{-1};
  care_most_[row] = result.care_assessed ? static_cast<std::int8_t>(result.care_most) : std::int8_t{-1};
  conflicts_[row] = result.conflicts.empty() ? 0 : 1;
  for (std::size_t i = 0; i < treatments_; ++i) {
    const TreatmentSummary& each = result.treatments[i];
    const std::size_t cell = i * rows() + row;
    verdicts_[cell] = each.verdict;
    causes_[cell] = each.cause;
    score_low_[cell] = each.score.low;
    score_high_[cell] = each.score.high;
    ranks_[cell] = static_cast<std::uint16_t>(each.rank);
  }
}

std::optional<std::size_t> CohortResults::first_difference(const CohortResults& other) const {
  std::size_t row = rows();
  const auto compare = [&](const auto& one, const auto& two) { lower_to_difference(one, two, rows(), row); };
  compare(care_least_, other.care_least_);
  compare(care_most_, other.care_most_);
  compare(verdicts_, other.verdicts_);
  compare(score_low_, other.score_low_);
  compare(score_high_, other.score_high_);
  compare(ranks_, other.ranks_);
  compare(conflicts_, other.conflicts_);
  compare(causes_, other.causes_);
  return row == rows() ? std::nullopt : std::optional{row};
}

}  // namespace vertebra::test
