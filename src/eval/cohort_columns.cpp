#include "eval/cohort_columns.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <variant>

#include "eval/domain.hpp"

namespace vertebra::eval {
namespace {

bool bit_at(const Bitmap& bitmap, std::size_t row) {
  const std::size_t place = bitmap.offset + row;
  return (bitmap.bits[place / 8] >> (place % 8) & 1) != 0;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

Answer answer_at(const base::FactShape& fact, const Column& column, std::size_t row) {
  if (column.validity.bits != nullptr && !bit_at(column.validity, row)) return Unknown{};
  if (const auto* bits = std::get_if<Bitmap>(&column.values)) return bit_at(*bits, row);
  if (const auto* yes_no = std::get_if<Column::YesNo>(&column.values)) {
    if ((*yes_no)[row] < 0) return Unknown{};
    return (*yes_no)[row] != 0;
  }
  if (const auto* numbers = std::get_if<Column::Numbers>(&column.values)) {
    const double number = (*numbers)[row];
    if (std::isnan(number)) return Unknown{};
    return Quantity{number, number, {}};
  }
  const std::int32_t code = std::get<Column::Choices>(column.values)[row];
  if (code < 0) return Unknown{};
  return choice(fact.choices[static_cast<std::size_t>(code)]);
}

Answers answers_at(const image::Image& image, std::span<const base::FactShape> shapes, const CohortColumns& columns,
                   std::size_t row) {
  Answers answers{image};
  for (const Column& column : columns.facts) {
    const std::uint32_t fact = column.fact.index;
    base::Possible possible;
    if (!base::interpret(shapes[fact], answer_at(shapes[fact], column, row), possible))
      answers.set(image, fact, domain_of(image, fact, possible));
  }
  return answers;
}

ColumnReader::ColumnReader(const image::Image& image, std::span<const base::FactShape> shapes,
                           const CohortColumns& columns, const CohortKernel& kernel, std::size_t words)
    : image_{image},
      shapes_{shapes},
      columns_{columns},
      kernel_{kernel},
      words_{words},
      unknown_{Answers{image}.tests()},
      known_(words),
      good_(words),
      some_(words),
      cells_(64, Bits(words)) {}

void ColumnReader::read(std::size_t first, std::size_t rows, CohortPlanes& planes) {
  first_ = first;
  rows_ = rows;
  for (std::uint32_t fact = 0; fact < image_.facts.size(); ++fact) write_unknown(fact, planes);
  for (const Column& column : columns_.facts) read_column(column, planes);
}

void ColumnReader::write_unknown(std::uint32_t fact, CohortPlanes& planes) const {
  const image::Range tests = image_.facts[fact].tests;
  for (std::uint32_t node = tests.begin; node < tests.end; ++node) {
    const Truth truth = unknown_.at(node);
    std::fill_n(planes.yes(node), words_, truth == Truth::yes ? ~std::uint64_t{0} : 0);
    std::fill_n(planes.no(node), words_, truth == Truth::no ? ~std::uint64_t{0} : 0);
  }
}

void ColumnReader::read_column(const Column& column, CohortPlanes& planes) {
  if (const auto* bits = std::get_if<Bitmap>(&column.values)) return read_bitmap(column, *bits, planes);
  if (const auto* values = std::get_if<Column::YesNo>(&column.values)) return read_yes_no(column, *values, planes);
  if (const auto* values = std::get_if<Column::Numbers>(&column.values)) return read_numbers(column, *values, planes);
  read_choices(column, std::get<Column::Choices>(column.values), planes);
}

void ColumnReader::read_yes_no(const Column& column, std::span<const std::int8_t> values, CohortPlanes& planes) {
  const std::int8_t* const from = values.data() + first_;
  kernel_.equal_bytes(from, rows_, 0, cells_[0].data());
  kernel_.equal_bytes(from, rows_, 1, cells_[1].data());
  kernel_.equal_bytes(from, rows_, -1, good_.data());
  for (std::size_t i = 0; i < words_; ++i) good_[i] |= cells_[0][i] | cells_[1][i];
  refuse(column, good_);
  keep_valid(column, cells_[0]);
  keep_valid(column, cells_[1]);
  write_cells(column.fact.index, 2, planes);
}

void ColumnReader::read_bitmap(const Column& column, const Bitmap& values, CohortPlanes& planes) {
  copy_bits(values, cells_[1]);
  for (std::size_t i = 0; i < words_; ++i) cells_[0][i] = ~cells_[1][i];
  keep_valid(column, cells_[0]);
  keep_valid(column, cells_[1]);
  write_cells(column.fact.index, 2, planes);
}

void ColumnReader::read_choices(const Column& column, std::span<const std::int32_t> values, CohortPlanes& planes) {
  const std::uint32_t size = image_.facts[column.fact.index].choices.size();
  kernel_.equal_codes(values.data() + first_, rows_, -1, good_.data());
  for (std::uint32_t cell = 0; cell < size; ++cell) {
    kernel_.equal_codes(values.data() + first_, rows_, static_cast<std::int32_t>(cell), cells_[cell].data());
    kernel_.unite(good_.data(), cells_[cell].data(), words_);
  }
  refuse(column, good_);
  for (std::uint32_t cell = 0; cell < size; ++cell) keep_valid(column, cells_[cell]);
  write_cells(column.fact.index, size, planes);
}

// A test is yes for the rows whose cell is one of its own, and no for those with another.
void ColumnReader::write_cells(std::uint32_t fact, std::uint32_t size, CohortPlanes& planes) {
  const image::Range tests = image_.facts[fact].tests;
  for (std::uint32_t node = tests.begin; node < tests.end; ++node) {
    for (std::uint32_t cell = 0; cell < size; ++cell) {
      const bool inside = (image_.tests[node].cells >> cell & 1) != 0;
      kernel_.unite(inside ? planes.yes(node) : planes.no(node), cells_[cell].data(), words_);
    }
  }
}

void ColumnReader::read_numbers(const Column& column, std::span<const double> values, CohortPlanes& planes) {
  const base::FactShape& shape = shapes_[column.fact.index];
  const double* const from = values.data() + first_;
  kernel_.above(from, rows_, -infinity, false, some_.data());  // Not a NaN.
  kernel_.above(from, rows_, shape.min, false, known_.data());
  kernel_.above(from, rows_, shape.max, true, good_.data());
  for (std::size_t i = 0; i < words_; ++i) known_[i] &= ~good_[i];
  if (shape.unit.ucum == base::year_unit) {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (std::floor(from[row]) != from[row]) known_[row / 64] &= ~(std::uint64_t{1} << (row % 64));
    }
  }
  for (std::size_t i = 0; i < words_; ++i) good_[i] = known_[i] | ~some_[i];
  refuse(column, good_);
  keep_valid(column, known_);
  const image::Range tests = image_.facts[column.fact.index].tests;
  for (std::uint32_t node = tests.begin; node < tests.end; ++node) {
    const image::Test& test = image_.tests[node];
    kernel_.above(from, rows_, test.value, test.strict, some_.data());
    std::uint64_t* const yes = planes.yes(node);
    std::uint64_t* const no = planes.no(node);
    for (std::size_t i = 0; i < words_; ++i) {
      yes[i] |= known_[i] & some_[i];
      no[i] |= known_[i] & ~some_[i];
    }
  }
}

void ColumnReader::copy_bits(const Bitmap& bitmap, Bits& bits) const {
  for (std::size_t i = 0; i < words_; ++i) {
    std::uint64_t word = 0;
    const std::size_t left = i * 64 < rows_ ? std::min<std::size_t>(64, rows_ - i * 64) : 0;
    if (left == 0) {  // Past the last row, where there may be no byte.
      bits[i] = 0;
      continue;
    }
    const std::size_t place = bitmap.offset + first_ + i * 64;
    const std::size_t shift = place % 8;
    for (std::size_t byte = 0; byte * 8 < left + shift; ++byte) {
      const std::uint64_t eight = bitmap.bits[place / 8 + byte];
      word |= byte == 0 ? eight >> shift : eight << (byte * 8 - shift);
    }
    bits[i] = word;
  }
}

void ColumnReader::keep_valid(const Column& column, Bits& known) const {
  if (column.validity.bits == nullptr) return;
  Bits valid(words_);
  copy_bits(column.validity, valid);
  kernel_.intersect(known.data(), valid.data(), words_);
}

void ColumnReader::refuse(const Column& column, const Bits& good) {
  for (std::size_t i = 0; i * 64 < rows_; ++i) {
    std::uint64_t bad = ~good[i];
    if (rows_ - i * 64 < 64) bad &= (std::uint64_t{1} << (rows_ - i * 64)) - 1;
    for (; bad != 0; bad &= bad - 1) {
      const std::size_t row = first_ + i * 64 + static_cast<std::size_t>(std::countr_zero(bad));
      if (column.validity.bits != nullptr && !bit_at(column.validity, row)) continue;
      bad_.push_back({row, static_cast<std::uint32_t>(&column - columns_.facts.data())});
    }
  }
}

}  // namespace vertebra::eval
