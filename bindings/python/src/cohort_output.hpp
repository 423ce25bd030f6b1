#pragma once

#include <memory>
#include <string>

#include <vertebra/engine.hpp>

#include "cohort_columns.hpp"

namespace vertebra::python {

// Which parts of an outcome become columns.
struct CohortParts {
  bool care = false;
  bool first = false;
  bool verdicts = false;
  bool causes = false;
  bool scores = false;
  bool ranks = false;
  bool conflicts = false;
  bool questions = false;
  bool rules = false;
};

// Makes the columns, and fills them row by row: different rows from different threads.
class CohortOutput {
 public:
  CohortOutput(const RuleSet& rule_set, CohortParts parts, std::size_t rows);

  void write(std::size_t row, const Outcome& outcome);
  std::shared_ptr<const CohortColumns> take(CohortCounts counts) {
    columns_->counts = std::move(counts);
    return std::move(columns_);
  }

 private:
  OutputColumn& add(std::string name, Meaning meaning);
  void add_treatments(const RuleSet& rule_set);
  void write_treatment(std::size_t row, const TreatmentSummary& treatment);

  CohortParts parts_;
  std::shared_ptr<CohortColumns> columns_;
  std::size_t first_treatment_ = 0;  // Into the columns.
  std::size_t columns_a_treatment_ = 0;
};

}  // namespace vertebra::python
