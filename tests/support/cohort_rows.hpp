#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include <vertebra/cohort.hpp>

#include "base/fact_shape.hpp"

namespace vertebra::test {

// Columns made of patients, with the memory that they view. Only what a column can hold: answers that are exact. Every other
// boolean comes as bits.
class CohortRows {
 public:
  CohortRows(std::span<const base::FactShape> shapes, const std::vector<std::vector<base::Possible>>& patients);
  CohortRows(const CohortRows&) = delete;
  CohortRows& operator=(const CohortRows&) = delete;

  const CohortColumns& columns() const noexcept { return columns_; }

 private:
  CohortColumns columns_;
  std::deque<std::vector<std::int8_t>> yes_no_;
  std::deque<std::vector<std::uint8_t>> bits_;
  std::deque<std::vector<double>> numbers_;
  std::deque<std::vector<std::int32_t>> choices_;
};

// Rows first to first + rows (not included) of the same memory.
CohortColumns slice(const CohortColumns& columns, std::size_t first, std::size_t rows);

// The same answer where a column can hold it, unknown where not.
base::Possible exact(const base::Possible& answer);

}  // namespace vertebra::test
