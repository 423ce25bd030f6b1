#pragma once

#include <functional>
#include <memory>

#include <vertebra/ranking.hpp>

#include "cohort_input.hpp"
#include "cohort_output.hpp"
#include "result_columns.hpp"

namespace vertebra::python {

struct RunOptions {
  Date as_of;
  ResultParts parts;
  unsigned threads = 1;
  const StrengthSweep* sweep = nullptr;  // Null counts no ranks.
  // Called about ten times a second with the rows done so far, on the thread that asked; throws to end the run.
  std::function<void(std::size_t)> meanwhile;
};

// Evaluates every row. Throws Refused with the first problems, in row order, and the count of all.
std::shared_ptr<const ResultColumns> run_cohort(const SharedEngine& engine, const CohortInput& input,
                                                const RunOptions& options);

}  // namespace vertebra::python
