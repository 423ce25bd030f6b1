#include "support/cohort_rows.hpp"

#include <bit>
#include <limits>
#include <type_traits>
#include <variant>

namespace vertebra::test {
namespace {

// A bit for each value that is at least `least`, from bit 3 on.
constexpr std::size_t bit_offset = 3;

std::vector<std::uint8_t> bits_of(const std::vector<std::int8_t>& values, int least) {
  std::vector<std::uint8_t> bits((bit_offset + values.size() + 7) / 8);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t bit = bit_offset + i;
    if (values[i] >= least) bits[bit / 8] = static_cast<std::uint8_t>(bits[bit / 8] | 1U << bit % 8);
  }
  return bits;
}

Bitmap from(const Bitmap& bitmap, std::size_t first) {
  return bitmap.bits == nullptr ? bitmap : Bitmap{bitmap.bits, bitmap.offset + first};
}

}  // namespace

base::Possible exact(const base::Possible& answer) {
  const bool one_value = answer.low == answer.high && std::popcount(answer.cells) <= 1;
  return answer.known && one_value ? answer : base::Possible{};
}

CohortRows::CohortRows(std::span<const base::FactShape> shapes,
                       const std::vector<std::vector<base::Possible>>& patients) {
  columns_.rows = patients.size();
  for (std::uint32_t fact = 0; fact < shapes.size(); ++fact) {
    auto& numbers = numbers_.emplace_back();
    auto& codes = choices_.emplace_back();
    auto& yes_no = yes_no_.emplace_back();
    for (const auto& patient : patients) {
      const base::Possible answer = exact(patient[fact]);
      const int cell = answer.known ? std::countr_zero(answer.cells) : -1;
      numbers.push_back(answer.known ? answer.low : std::numeric_limits<double>::quiet_NaN());
      codes.push_back(cell);
      yes_no.push_back(static_cast<std::int8_t>(cell));
    }
    Column column{{fact}, std::span<const std::int8_t>{yes_no}};
    if (shapes[fact].type == base::FactType::quantity) column.values = std::span<const double>{numbers};
    if (shapes[fact].type == base::FactType::choice) column.values = std::span<const std::int32_t>{codes};
    const bool as_bits = shapes[fact].type == base::FactType::boolean && fact % 2 == 1;
    if (as_bits) column.values = Bitmap{bits_.emplace_back(bits_of(yes_no, 1)).data(), bit_offset};
    if (as_bits) column.validity = Bitmap{bits_.emplace_back(bits_of(yes_no, 0)).data(), bit_offset};
    columns_.facts.push_back(column);
  }
}

CohortColumns slice(const CohortColumns& columns, std::size_t first, std::size_t rows) {
  CohortColumns result{rows, columns.facts};
  for (Column& each : result.facts) {
    std::visit(
        [&]<class Values>(Values& values) {
          if constexpr (std::is_same_v<Values, Bitmap>) {
            values = from(values, first);
          } else {
            values = values.subspan(first, rows);
          }
        },
        each.values);
    each.validity = from(each.validity, first);
  }
  return result;
}

}  // namespace vertebra::test
