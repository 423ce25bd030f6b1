#include "base/units.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>

#include "base/rational.hpp"
#include "base/text.hpp"

namespace vertebra::base {
namespace {

enum class Dimension { time, temperature, mass, mass_rate, filtration_rate, share, score };

// `size` counts the largest unit of which all others of the dimension are whole multiples: minutes, and 10 micrograms.
struct Row {
  std::string_view ucum;
  Dimension dimension;
  std::uint64_t size;
};

constexpr Row rows[] = {
    {"h", Dimension::time, 60},
    {"d", Dimension::time, 1'440},
    {"wk", Dimension::time, 10'080},
    {"mo", Dimension::time, 43'830},  // 30.4375 d
    {"a", Dimension::time, 525'960},  // 365.25 d
    {"min", Dimension::time, 1},
    {"Cel", Dimension::temperature, 0},
    {"[degF]", Dimension::temperature, 0},
    {"mg", Dimension::mass, 100},
    {"g", Dimension::mass, 100'000},
    {"kg", Dimension::mass, 100'000'000},
    {"[lb_av]", Dimension::mass, 45'359'237},  // 453.59237 g (international avoirdupois pound, 1959)
    {"mg/d", Dimension::mass_rate, 1},
    {"mL/min/{1.73_m2}", Dimension::filtration_rate, 1},
    {"%", Dimension::share, 1},
    {"{score}", Dimension::score, 1},
};

struct Word {
  std::string_view word;
  std::string_view ucum;
};

constexpr Word words[] = {
    {"hours", "h"},   {"hour", "h"},   {"days", "d"},  {"day", "d"},  {"weeks", "wk"}, {"week", "wk"},
    {"months", "mo"}, {"month", "mo"}, {"years", "a"}, {"year", "a"}, {"°C", "Cel"},
};

const Row* find_row(std::string_view ucum) noexcept {
  const auto* found = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return row.ucum == ucum; });
  return found == std::end(rows) ? nullptr : found;
}

}  // namespace

std::optional<Unit> find_unit(std::string_view text) noexcept {
  for (const Word& word : words) {
    if (word.word == text) text = word.ucum;
  }
  const Row* row = find_row(text);
  if (row == nullptr) return std::nullopt;
  return Unit{row->ucum};
}

bool converts(Unit from, Unit to) noexcept {
  if (from == to) return true;
  const Row* source = find_row(from.ucum);
  const Row* target = find_row(to.ucum);
  if (source == nullptr || target == nullptr || to.ucum == year_unit) return false;
  return source->dimension == target->dimension;
}

double convert(double value, Unit from, Unit to) noexcept {
  assert(converts(from, to));
  if (from == to) return value;
  const Row& source = *find_row(from.ucum);
  if (source.dimension == Dimension::temperature) {
    return to.ucum == "Cel" ? affine(value, 5, -160, 9) : affine(value, 9, 160, 5);
  }
  const std::uint64_t target_size = find_row(to.ucum)->size;
  const std::uint64_t common = std::gcd(source.size, target_size);
  return affine(value, source.size / common, 0, target_size / common);
}

std::vector<std::string_view> all_units() {
  std::vector<std::string_view> result;
  for (const Row& row : rows) result.push_back(row.ucum);
  return result;
}

std::string unit_list() { return list_of(all_units()); }

}  // namespace vertebra::base
