#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <vertebra/cohort.hpp>

#include "cohort_input.hpp"
#include "cohort_output.hpp"

namespace vertebra::python {

// Evaluates some rows of a cohort at once, as columns. Each thread has its own.
class CohortBlock {
 public:
  // All must outlive it.
  CohortBlock(const SharedEngine& engine, const CohortInput& input, ResultParts parts);

  // Whether columns can say all that these parts want.
  static bool can_say(ResultParts parts) noexcept { return !parts.certain && !parts.questions && !parts.rules; }

  // Writes what is said of rows from `begin` on. The rows that it returns, counted from there, have to be evaluated alone.
  const std::vector<std::size_t>& run(std::size_t begin, std::size_t count, Date as_of, CohortOutput& output);

  static constexpr std::size_t rows = 16384;

 private:
  CohortSpans room_for(std::size_t count);

  const SharedEngine& engine_;
  const CohortInput& input_;
  ResultParts parts_;
  std::size_t treatments_;
  CohortInput::Block cells_;
  std::vector<std::size_t> alone_;
  std::vector<std::int8_t> care_least_, care_most_;
  std::vector<Verdict> verdicts_;
  std::vector<Cause> causes_;
  std::vector<std::int32_t> score_low_, score_high_;
  std::vector<std::uint16_t> ranks_;
  std::vector<std::uint8_t> conflicts_;
};

}  // namespace vertebra::python
