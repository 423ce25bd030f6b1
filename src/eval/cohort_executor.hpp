#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <vertebra/cohort.hpp>

#include "eval/cohort_columns.hpp"
#include "eval/cohort_kernel.hpp"
#include "eval/cohort_plan.hpp"
#include "eval/cohort_planes.hpp"
#include "eval/patient_executor.hpp"

namespace vertebra::eval {

// Runs an image over many patients at once for each gate. Belongs to one thread; threads take ranges of rows of their own.
// Rows that a consistency rule makes special are run again one by one.
class CohortExecutor {
 public:
  // All must outlive it. `block` is a multiple of 64.
  CohortExecutor(const CohortPlan& plan, std::span<const base::FactShape> shapes, const CohortColumns& columns,
                 const CohortSpans& into, std::size_t block, const CohortKernel& kernel = cohort_kernels().front());

  // Rows first to last (not included).
  void run(std::size_t first, std::size_t last, Date as_of);
  // Values that no patient can have. With one, what was written is of no use.
  const std::vector<ColumnReader::Bad>& bad() const noexcept { return reader_.bad(); }

 private:
  using Bits = std::vector<std::uint64_t>;

  void run_block(std::size_t first, std::size_t rows);
  void narrow();
  bool narrow_by(std::uint32_t clause);
  void run_gates();
  void run_gates_between(std::uint32_t first, std::uint32_t last);
  void run_gate(std::uint32_t gate);
  void count_gate(std::uint32_t gate);
  void run_sum(std::uint32_t sum);
  void write_care(std::size_t first, std::size_t rows);
  void write_verdicts(std::size_t first, std::size_t rows);
  void write_causes(std::size_t first, std::size_t rows);
  void write_scores(std::size_t first, std::size_t rows);
  void write_ranks(std::size_t first, std::size_t rows);
  void find_ranked();
  void run_alone(std::size_t row, Date as_of);

  const CohortPlan& plan_;
  const image::Image& image_;
  std::span<const base::FactShape> shapes_;
  const CohortColumns& columns_;
  const CohortSpans& into_;
  const CohortKernel& kernel_;
  std::size_t words_;
  ColumnReader reader_;
  CohortPlanes planes_;
  Bits alone_;     // Rows to be run one by one.
  Bits assessed_;  // Rows of which care is said.
  Bits top_;       // Rows at the most urgent level.
  Bits ranked_;    // Rows whose treatments have ranks.
  Bits some_, other_;
  std::vector<Bits> offered_, listed_;      // As TreatmentKinds::kinds.
  std::vector<Bits> count_yes_, count_no_;  // Numbers, bit by bit, for gates that count.
  std::vector<RowShare> row_shares_;
  std::vector<std::uint32_t> scores_, keys_;  // As treatments, a block of rows each.
  PatientExecutor patient_;
  Result result_;
};

}  // namespace vertebra::eval
