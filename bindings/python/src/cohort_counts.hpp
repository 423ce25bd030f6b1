#pragma once

#include <cstdint>
#include <vector>

#include <vertebra/engine.hpp>
#include <vertebra/ranking.hpp>

#include "cohort_output.hpp"
#include "result_columns.hpp"

namespace vertebra::python {

// Counts patients for one thread; the counts of threads are added up, so that their number makes no difference.
class Counter {
 public:
  // `sweep` may be null.
  Counter(const RuleSet& rule_set, ResultParts parts, const StrengthSweep* sweep);

  // `outcome` is what the evaluator said last, of this patient.
  void count(Evaluator& evaluator, const Patient& patient, const Outcome& outcome);
  const CohortCounts& counts() const noexcept { return counts_; }

 private:
  void count_questions(const std::vector<Question>& questions, bool first_is_open);
  void count_rules(const Outcome& outcome);
  void count_ranks(const Outcome& outcome);

  CohortCounts counts_;
  const StrengthSweep* sweep_;
  std::vector<std::uint16_t> ranks_;
};

void add(const CohortCounts& counts, CohortCounts& to);

}  // namespace vertebra::python
