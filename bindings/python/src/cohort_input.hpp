#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "column.hpp"
#include "shared_engine.hpp"

namespace vertebra::python {

// A cell that does not fit its fact. The message names column, row and type, never the value.
struct CellProblem {
  std::size_t row = 0;
  std::size_t column = 0;
  Diagnostic problem;
};

// The columns of a cohort, bound to the facts of one engine. Throws Refused where a column as a whole does not fit its fact,
// std::invalid_argument where columns do not make a table.
class CohortInput {
 public:
  CohortInput(const SharedEngine& engine, std::vector<Column> columns);

  std::size_t rows() const noexcept { return rows_; }

  // Room for some rows of every column; each thread has its own.
  struct Block {
    std::vector<std::vector<std::int8_t>> booleans;
    std::vector<std::vector<double>> numbers;
    std::vector<std::vector<std::int32_t>> codes;
  };
  static constexpr std::size_t block_rows = 1024;

  void read(std::size_t begin, std::size_t count, Block& block) const;
  // Records one row that was read; `row` counts from `begin`. Adds what does not fit to `problems`.
  void record(const Block& block, std::size_t begin, std::size_t row, Patient& patient,
              std::vector<CellProblem>& problems) const;

 private:
  Status answer(const Block& block, std::size_t column, std::size_t row, Patient& patient) const;

  std::vector<Column> columns_;
  std::vector<FactId> facts_;  // As columns_.
  std::size_t rows_;
};

}  // namespace vertebra::python
