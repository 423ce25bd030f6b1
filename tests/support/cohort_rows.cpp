#include "support/cohort_rows.hpp"

#include <bit>
#include <limits>

namespace vertebra::test {

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
    columns_.facts.push_back(column);
  }
}

}  // namespace vertebra::test
