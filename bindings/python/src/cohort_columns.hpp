#pragma once

#include <array>
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

// Of how many patients the answer to one fact could still change something, and each part of the advice.
struct QuestionCount {
  std::string fact;
  std::uint64_t patients = 0;
  std::array<std::uint64_t, 4> changes{};  // As vertebra::all_changes.
};

struct CohortColumns {
  std::size_t rows = 0;
  std::vector<OutputColumn> columns;
  std::vector<QuestionCount> questions;  // In vocabulary order; empty where they were not counted.
};

}  // namespace vertebra::python
