#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

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

// Makes the columns, and fills them: different rows from different threads.
class CohortOutput {
 public:
  CohortOutput(const RuleSet& rule_set, ResultParts parts, std::size_t rows);

  void write(std::size_t row, const Outcome& outcome);

  // What the library says of some rows and is no column itself, but leads to one. Each thread has its own.
  struct Hidden {
    std::vector<Verdict> verdicts;
    std::vector<Cause> causes;
    std::vector<std::uint16_t> ranks;
  };

  // Where the library writes rows from `begin` on: in the columns themselves but for what is hidden.
  CohortSpans spans(std::size_t begin, std::size_t count, Hidden& hidden) const;
  // Makes the columns of what the library wrote there; `certain` is not among it.
  void finish(std::size_t begin, std::size_t count, const CohortSpans& said);

  std::shared_ptr<const ResultColumns> take(CohortCounts counts) {
    columns_->counts = std::move(counts);
    return std::move(columns_);
  }

 private:
  template <class T>
  std::span<T> memory(bool is_wanted, std::size_t size);
  template <class T>
  void add(std::string name, Meaning meaning, std::span<T> cells, std::vector<std::string> labels = {});
  void add_treatments(const std::vector<std::string_view>& treatments);
  void write_treatment(std::size_t row, const TreatmentSummary& treatment);

  ResultParts parts_;
  std::size_t rows_;
  std::size_t treatments_;
  std::shared_ptr<ResultColumns> columns_;
  CohortSpans all_;  // Of the columns; empty where there is none.
  std::span<std::int8_t> first_, certain_;
};

}  // namespace vertebra::python
