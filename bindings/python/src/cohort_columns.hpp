#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

// What an evaluated cohort says, column by column. Never changes once it is made: views and Arrow exports share it.
namespace vertebra::python {

enum class Meaning : std::uint8_t { label, number, boolean };

inline constexpr std::int32_t no_number = INT32_MIN;

struct OutputColumn {
  std::string name;
  Meaning meaning = Meaning::number;
  std::vector<std::string> labels;    // Of codes; a code below zero is missing.
  std::vector<std::int32_t> numbers;  // For numbers; `no_number` is missing.
  std::vector<std::int8_t> codes;     // For labels and booleans.
};

struct CohortColumns {
  std::size_t rows = 0;
  std::vector<OutputColumn> columns;
};

}  // namespace vertebra::python
