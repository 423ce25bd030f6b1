#pragma once

#include <memory>
#include <string>

#include <vertebra/cohort.hpp>
#include <vertebra/engine.hpp>

#include "result_columns.hpp"

namespace vertebra::python {

// Which parts of an outcome become columns.
struct ResultParts {
  bool care = false;
  bool first = false;
  bool certain = false;
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
  CohortOutput(const RuleSet& rule_set, ResultParts parts, std::size_t rows);

  void write(std::size_t row, const Outcome& outcome);
  // The same for rows from `begin` on, of what the library says of columns; `certain` is not among it.
  void write(std::size_t begin, std::size_t count, const CohortSpans& said);
  std::shared_ptr<const ResultColumns> take(CohortCounts counts) {
    columns_->counts = std::move(counts);
    return std::move(columns_);
  }

 private:
  OutputColumn& add(std::string name, Meaning meaning);
  void add_treatments(const RuleSet& rule_set);
  void write_treatment(std::size_t row, const TreatmentSummary& treatment);
  void write_treatment(std::size_t begin, std::size_t count, std::size_t treatment, const CohortSpans& said);

  ResultParts parts_;
  std::shared_ptr<ResultColumns> columns_;
  std::size_t first_treatment_ = 0;  // Into the columns.
  std::size_t columns_a_treatment_ = 0;
};

}  // namespace vertebra::python
