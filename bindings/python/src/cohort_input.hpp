#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <vertebra/cohort.hpp>

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
  CohortInput(const SharedEngine& engine, std::vector<InputColumn> columns);

  std::size_t rows() const noexcept { return rows_; }

  // Room for some rows of every column; each thread has its own.
  struct Block {
    std::vector<std::vector<std::int8_t>> booleans;
    std::vector<std::vector<double>> numbers;
    std::vector<std::vector<std::int32_t>> codes;
  };

  // The columns as the library takes them, in place where that is possible and in `block` where not. Adds to `alone` the
  // rows, from `begin`, with answers that such a column cannot hold: those in part, and those that do not fit.
  vertebra::CohortColumns columns(std::size_t begin, std::size_t count, Block& block,
                                  std::vector<std::size_t>& alone) const;

  void read(std::size_t begin, std::size_t count, Block& block) const;
  // Records one row that was read; `row` counts from `begin`. Adds what does not fit to `problems`.
  void record(const Block& block, std::size_t begin, std::size_t row, Patient& patient,
              std::vector<CellProblem>& problems) const;

 private:
  // What a distinct value of a column means, in the kind of its fact.
  struct Value {
    bool alone = false;  // No single answer.
    std::int32_t code = missing_code;
    double number = missing_number;
  };

  void find_values(const SharedEngine& engine);
  static Value value_of(Patient& patient, FactId id, const FactInfo& fact, const Given& given);
  Status answer(const Block& block, std::size_t column, std::size_t row, Patient& patient) const;
  vertebra::Column column(std::size_t index, std::size_t begin, std::size_t count, Block& block,
                          std::vector<std::size_t>& alone) const;
  vertebra::Column coded(std::size_t index, std::size_t begin, std::size_t count, Block& block,
                         std::vector<std::size_t>& alone) const;

  std::vector<InputColumn> columns_;
  std::vector<FactId> facts_;               // As columns_.
  std::vector<std::vector<Value>> values_;  // As columns_, then as Codes::values.
  std::vector<FactKind> kinds_;             // As columns_.
  std::size_t rows_;
};

}  // namespace vertebra::python
