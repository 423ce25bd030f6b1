#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// One value of a fact as far as the rules can tell: no or yes, a choice, or all numbers between two cuts.
struct Cell {
  std::uint32_t fact = 0;
  std::uint32_t index = 0;
  friend auto operator<=>(const Cell&, const Cell&) = default;
};

eval::Domain domain_of(const image::Image& image, Cell cell);

// How the cell of a quantity lies to the values that a patient's answer leaves.
enum class Side : std::uint8_t { below, among, above };
Side side_of(Cell cell, const eval::Domain& answer);

// A number for the cell of a quantity: one with as few decimals as there are, and of those the nearest to the patient's
// answer, or to the next cut where nothing is known. Nothing where no number lies in the cell, as between half a
// year and one for completed years.
std::optional<double> number_in(const image::Image& image, Cell cell, Side side);

// The cells of a fact that some answer can have, in order.
std::vector<Cell> cells_of(const image::Image& image, std::uint32_t fact);

}  // namespace vertebra::explain
