#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <vertebra/cohort.hpp>

#include "base/fact_shape.hpp"
#include "eval/answers.hpp"
#include "eval/cohort_kernel.hpp"
#include "eval/cohort_planes.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// The answer that a row of a column holds.
Answer answer_at(const base::FactShape& fact, const Column& column, std::size_t row);

// The answers of one row. Its values must have been found good.
Answers answers_at(const image::Image& image, std::span<const base::FactShape> shapes, const CohortColumns& columns,
                   std::size_t row);

// Turns a block of columns into the planes of the tests, and finds the values that no patient can have. Owns its scratch.
class ColumnReader {
 public:
  // All must outlive it. Columns have the types and sizes of their facts.
  ColumnReader(const image::Image& image, std::span<const base::FactShape> shapes, const CohortColumns& columns,
               const CohortKernel& kernel, std::size_t words);

  // Rows first to first + rows (not included), of which there are at most 64 a word.
  void read(std::size_t first, std::size_t rows, CohortPlanes& planes);

  struct Bad {
    std::size_t row;
    std::uint32_t column;  // CohortColumns::facts
  };
  const std::vector<Bad>& bad() const noexcept { return bad_; }

 private:
  using Bits = std::vector<std::uint64_t>;

  void write_unknown(std::uint32_t fact, CohortPlanes& planes) const;
  void read_column(const Column& column, CohortPlanes& planes);
  void read_yes_no(const Column& column, std::span<const std::int8_t> values, CohortPlanes& planes);
  void read_bitmap(const Column& column, const Bitmap& values, CohortPlanes& planes);
  void read_numbers(const Column& column, std::span<const double> values, CohortPlanes& planes);
  void read_choices(const Column& column, std::span<const std::int32_t> values, CohortPlanes& planes);
  void copy_bits(const Bitmap& bitmap, Bits& bits) const;
  void keep_valid(const Column& column, Bits& known) const;
  void refuse(const Column& column, const Bits& good);
  void write_cells(std::uint32_t fact, std::uint32_t size, CohortPlanes& planes);

  const image::Image& image_;
  std::span<const base::FactShape> shapes_;
  const CohortColumns& columns_;
  const CohortKernel& kernel_;
  std::size_t words_;
  std::size_t first_ = 0;
  std::size_t rows_ = 0;
  Planes unknown_;  // The tests of a patient of whom nothing is known.
  Bits known_, good_, some_;
  std::vector<Bits> cells_;  // Rows that have each cell of a boolean or choice.
  std::vector<Bad> bad_;
};

}  // namespace vertebra::eval
