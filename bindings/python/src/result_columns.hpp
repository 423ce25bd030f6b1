#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

// What an evaluated cohort says, column by column. Never changes once it is made: views and Arrow exports share it.
namespace vertebra::python {

enum class Meaning : std::uint8_t { label, number, rank, boolean };

inline constexpr std::int32_t no_number = INT32_MIN;

// Whether a cell is none of those that stand for a missing one.
constexpr bool is_there(std::int8_t code) noexcept { return code >= 0; }
constexpr bool is_there(std::int32_t number) noexcept { return number != no_number; }
constexpr bool is_there(std::int16_t rank) noexcept { return rank != 0; }

struct OutputColumn {
  using Codes = std::span<const std::int8_t>;  // Of labels and booleans.
  using Numbers = std::span<const std::int32_t>;
  using Ranks = std::span<const std::int16_t>;  // With a sign, so that a difference of two is what it says.

  std::string name;
  Meaning meaning = Meaning::number;
  std::vector<std::string> labels;
  std::variant<Codes, Numbers, Ranks> cells;  // In ResultColumns::memory.
};

// Of how many patients the answer to one fact could still change something, and each part of the advice.
struct QuestionCount {
  std::uint64_t patients = 0;
  std::array<std::uint64_t, 4> changes{};  // As vertebra::all_changes.
  std::uint64_t first = 0;                 // Where the first place is open.
};

// What is counted over a cohort, beside its columns. Empty lists where it was not asked for.
struct CohortCounts {
  std::vector<QuestionCount> questions;             // As vertebra::facts.
  std::vector<std::array<std::uint64_t, 3>> rules;  // As vertebra::rules, then by Truth.

  // Of a sweep, vector after vector.
  std::vector<std::uint64_t> ranks;  // For each treatment, of how many patients it has the rank 0 (none), 1, 2, …
  std::vector<std::uint64_t>
      other_first;  // Patients whose first place is another one than with the guide's own points.
  std::vector<std::uint64_t> other_order;  // Patients of whom any rank differs.
};

struct ResultColumns {
  std::size_t rows = 0;
  std::vector<OutputColumn> columns;
  CohortCounts counts;
  std::vector<std::unique_ptr<std::byte[]>> memory;
};

}  // namespace vertebra::python
