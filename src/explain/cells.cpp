#include "explain/cells.hpp"

#include <cmath>

#include "base/units.hpp"
#include "eval/domain.hpp"

namespace vertebra::explain {
namespace {

bool is_quantity(const image::Image& image, std::uint32_t fact) {
  return image.facts[fact].type == base::FactType::quantity;
}

// The numbers between two cuts, within the range of the fact.
struct Numbers {
  double low = 0;
  double high = 0;
  bool without_low = false;
  bool without_high = false;

  bool has(double value) const {
    return (without_low ? value > low : value >= low) && (without_high ? value < high : value <= high);
  }
};

Numbers numbers_of(const image::Image& image, Cell cell) {
  const image::Fact& fact = image.facts[cell.fact];
  Numbers numbers{fact.min, fact.max};
  if (cell.index > 0) {
    const image::Test& below = image.tests[fact.tests.begin + cell.index - 1];
    if (below.value >= numbers.low) numbers.low = below.value, numbers.without_low = below.strict;
  }
  if (cell.index < fact.tests.size()) {
    const image::Test& above = image.tests[fact.tests.begin + cell.index];
    if (above.value <= numbers.high) numbers.high = above.value, numbers.without_high = !above.strict;
  }
  return numbers;
}

// The first number from one end that has no more decimals than the scale (1, 10, 100, …) allows.
std::optional<double> number_at(const Numbers& numbers, double scale, bool from_top) {
  const double end = (from_top ? numbers.high : numbers.low) * scale;
  const double first = from_top ? std::floor(end) : std::ceil(end);
  for (const double step : {0.0, 1.0}) {
    const double value = (from_top ? first - step : first + step) / scale;
    if (numbers.has(value)) return value + 0.0;  // Adding zero makes -0 the one zero.
  }
  return std::nullopt;
}

}  // namespace

eval::Domain domain_of(const image::Image& image, Cell cell) {
  if (is_quantity(image, cell.fact)) return {0, cell.index, cell.index};
  return {std::uint64_t{1} << cell.index, 0, 0};
}

Side side_of(Cell cell, const eval::Domain& answer) {
  return cell.index < answer.low ? Side::below : cell.index > answer.high ? Side::above : Side::among;
}

std::optional<double> number_in(const image::Image& image, Cell cell, Side side) {
  const Numbers numbers = numbers_of(image, cell);
  const bool from_top = side == Side::below || (side == Side::among && cell.index == 0);
  const bool whole = image.view(image.facts[cell.fact].unit) == base::year_unit;
  const int most_decimals = whole ? 0 : 9;
  double scale = 1;
  for (int decimals = 0; decimals <= most_decimals; ++decimals, scale *= 10) {
    if (const auto value = number_at(numbers, scale, from_top)) return value;
  }
  if (whole) return std::nullopt;
  for (const double value : {numbers.low, numbers.high, std::nextafter(numbers.low, numbers.high)}) {
    if (numbers.has(value)) return value;
  }
  return std::nullopt;
}

std::vector<Cell> cells_of(const image::Image& image, std::uint32_t fact) {
  const eval::Domain full = eval::full_domain(image, fact);
  std::vector<Cell> cells;
  if (!is_quantity(image, fact)) {
    for (std::uint32_t i = 0; i < 64; ++i) {
      if ((full.cells >> i & 1) != 0) cells.push_back({fact, i});
    }
    return cells;
  }
  for (std::uint32_t i = full.low; i <= full.high; ++i) {
    if (number_in(image, {fact, i}, Side::among)) cells.push_back({fact, i});
  }
  return cells;
}

}  // namespace vertebra::explain
