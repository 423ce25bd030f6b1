#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/engine.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>

// Many patients at once, columns in and columns out: the same answers as one by one, bit for bit.
//
//   vertebra::CohortColumns columns{.rows = fever.size(), .facts = {{*engine.fact("fever"), std::span{fever}}}};
//   const auto outcome = vertebra::evaluate_cohort(engine, columns, as_of, {.care = true, .ranks = true});
//   if (!outcome) return show(outcome.problems());
//   for (std::size_t row = 0; row < outcome.rows(); ++row) show(outcome.care_least()[row], outcome.rank(0)[row]);
//   vertebra::Evaluator evaluator{engine};
//   show(evaluator.evaluate(vertebra::patient_of(engine, columns, 17), as_of));   // why row 17 is as it is
namespace vertebra {

// One bit a row as Arrow lays them out: row r is bit (offset + r) % 8, the lowest first, of byte (offset + r) / 8.
struct Bitmap {
  const std::uint8_t* bits = nullptr;
  std::size_t offset = 0;
};

// What is known of one fact, a row a patient. A view: the memory belongs to the caller and is used in place.
struct Column {
  using YesNo = std::span<const std::int8_t>;     // Booleans: 1 yes, 0 no, -1 unknown.
  using Numbers = std::span<const double>;        // Quantities, in the fact's own unit; NaN is unknown.
  using Choices = std::span<const std::int32_t>;  // The place in the fact's list, from 0; -1 unknown.

  FactId fact;
  std::variant<YesNo, Numbers, Choices, Bitmap> values;  // A Bitmap is for booleans.
  Bitmap validity = {};                                  // A clear bit means unknown; without bits every row counts.
};

struct CohortColumns {
  std::size_t rows = 0;
  std::vector<Column> facts;  // At most one a fact. Facts without a column are unknown for everyone.
};

// What is computed and written.
struct CohortParts {
  bool care = false;
  bool verdicts = false;
  bool scores = false;
  bool ranks = false;
  bool conflicts = false;
  bool causes = false;
};

// None of these changes an answer.
struct CohortOptions {
  unsigned threads = 1;        // Each takes rows of its own.
  std::size_t block_rows = 0;  // Rows that are worked on together; 0 chooses by the size of the rule set.
};

// Cells of treatments, in the order of Outcome::summaries(): all rows of the first, then all rows of the second. With a
// stride, each treatment begins so many cells behind the one before: to write some rows of a larger table.
template <class T>
struct TreatmentSpan {
  TreatmentSpan() = default;
  template <std::convertible_to<std::span<T>> Cells>
  TreatmentSpan(Cells&& all, std::size_t from_one_to_the_next = 0)
      : cells(std::forward<Cells>(all)), stride{from_one_to_the_next} {}

  bool empty() const noexcept { return cells.empty(); }
  // Of a cohort of so many rows: from one treatment to the next, and the first row of one.
  std::size_t step(std::size_t rows) const noexcept { return stride == 0 ? rows : stride; }
  T* of(std::size_t treatment, std::size_t rows) const noexcept { return cells.data() + treatment * step(rows); }

  std::span<T> cells;
  std::size_t stride = 0;  // 0: as many as there are rows.
};

// Where results go, one element a row; an empty span is not computed.
struct CohortSpans {
  std::span<std::int8_t> care_least;  // Rank of the care level; -1 where no guide with red flags is in scope.
  std::span<std::int8_t> care_most;
  TreatmentSpan<Verdict> verdicts;
  TreatmentSpan<std::int32_t> score_low;
  TreatmentSpan<std::int32_t> score_high;
  TreatmentSpan<std::uint16_t> ranks;  // From 1; 0 for none.
  std::span<std::uint8_t> conflicts;   // 1 where the record breaks a consistency rule.
  TreatmentSpan<Cause> causes;  // Of treatments, like verdicts. Scores of what is withheld for another cause than
                                // `deferred` stand for nothing.
};

// What is wrong with the columns. Names the fact, the row and what it should hold, never what it holds.
struct CohortProblem {
  std::size_t row = 0;  // From 0; meaningless where the whole column is wrong.
  FactId fact;
  Diagnostic diagnostic;
};

// Evaluates every row and writes into the caller's memory, whose spans must have the sizes above. With a problem the
// results are of no use. A row counts for itself: neither blocks nor threads nor other rows change what is said of it.
std::vector<CohortProblem> evaluate_cohort(const Engine& engine, const CohortColumns& columns, Date as_of,
                                           const CohortSpans& into, const CohortOptions& options = {});

// The same with memory of its own.
class CohortOutcome {
 public:
  explicit operator bool() const noexcept { return problems_.empty(); }
  const std::vector<CohortProblem>& problems() const noexcept { return problems_; }

  Date as_of() const noexcept { return as_of_; }
  std::size_t rows() const noexcept { return rows_; }
  std::span<const std::int8_t> care_least() const noexcept { return care_least_; }
  std::span<const std::int8_t> care_most() const noexcept { return care_most_; }
  std::span<const std::uint8_t> conflicts() const noexcept { return conflicts_; }
  // Of one treatment, by its place in Outcome::summaries(). Only what was asked for.
  std::span<const Verdict> verdicts(std::size_t treatment) const { return column(verdicts_, treatment); }
  std::span<const Cause> causes(std::size_t treatment) const { return column(causes_, treatment); }
  std::span<const std::int32_t> score_low(std::size_t treatment) const { return column(score_low_, treatment); }
  std::span<const std::int32_t> score_high(std::size_t treatment) const { return column(score_high_, treatment); }
  std::span<const std::uint16_t> rank(std::size_t treatment) const { return column(ranks_, treatment); }

 private:
  friend CohortOutcome evaluate_cohort(const Engine& engine, const CohortColumns& columns, Date as_of,
                                       const CohortParts& parts, const CohortOptions& options);
  template <class T>
  std::span<const T> column(const std::vector<T>& all, std::size_t treatment) const {
    return std::span{all}.subspan(treatment * rows_, rows_);
  }

  Date as_of_;
  std::size_t rows_ = 0;
  std::vector<CohortProblem> problems_;
  std::vector<std::int8_t> care_least_, care_most_;
  std::vector<Verdict> verdicts_;
  std::vector<Cause> causes_;
  std::vector<std::int32_t> score_low_, score_high_;
  std::vector<std::uint16_t> ranks_;
  std::vector<std::uint8_t> conflicts_;
};

CohortOutcome evaluate_cohort(const Engine& engine, const CohortColumns& columns, Date as_of, const CohortParts& parts,
                              const CohortOptions& options = {});

// The patient of one row, to be explained. The columns must have been found without problems.
Patient patient_of(const Engine& engine, const CohortColumns& columns, std::size_t row);

}  // namespace vertebra
