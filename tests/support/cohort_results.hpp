#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <vertebra/cohort.hpp>

#include "eval/result.hpp"

namespace vertebra::test {

// Everything that a cohort says of some rows, with the memory for it. What was not written is told from what was.
class CohortResults {
 public:
  CohortResults(std::size_t rows, std::size_t treatments);

  std::size_t rows() const noexcept { return care_least_.size(); }
  CohortSpans spans();
  // The same for some rows alone.
  CohortSpans spans(std::size_t first, std::size_t rows);
  void put(const eval::Result& result, std::size_t row);
  // The first row of which two results of the same size say something else.
  std::optional<std::size_t> first_difference(const CohortResults& other) const;

 private:
  std::size_t treatments_;
  std::vector<std::int8_t> care_least_, care_most_;
  std::vector<Verdict> verdicts_;
  std::vector<std::int32_t> score_low_, score_high_;
  std::vector<std::uint16_t> ranks_;
  std::vector<std::uint8_t> conflicts_;
  std::vector<Cause> causes_;
};

}  // namespace vertebra::test
