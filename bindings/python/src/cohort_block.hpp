#pragma once

#include <cstddef>
#include <vector>

#include <vertebra/cohort.hpp>

#include "cohort_input.hpp"
#include "cohort_output.hpp"

namespace vertebra::python {

// Evaluates some rows of a cohort at once, as columns. Each thread has its own.
class CohortBlock {
 public:
  // All must outlive it.
  CohortBlock(const SharedEngine& engine, const CohortInput& input) : engine_{engine}, input_{input} {}

  // Whether columns can say all that these parts want.
  static bool can_say(ResultParts parts) noexcept { return !parts.certain && !parts.questions && !parts.rules; }

  // Writes what is said of rows from `begin` on. The rows that it returns, counted from there, have to be evaluated alone.
  const std::vector<std::size_t>& run(std::size_t begin, std::size_t count, Date as_of, CohortOutput& output);

  // At once: so many that what each call sets up counts for little, so few that columns which are copied need little room.
  static constexpr std::size_t rows = 65536;

 private:
  const SharedEngine& engine_;
  const CohortInput& input_;
  CohortInput::Block cells_;
  CohortOutput::Hidden hidden_;
  std::vector<std::size_t> alone_;
};

}  // namespace vertebra::python
