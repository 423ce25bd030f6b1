#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vertebra::base {

// A unit of measurement in UCUM form. Only those of the table exist; two convert when their dimensions agree.
struct Unit {
  std::string_view ucum;  // "wk"; points into the table.
  friend bool operator==(const Unit&, const Unit&) = default;
};

// By its UCUM form or the words that authors may write (hours, days, weeks, months, years, °C).
std::optional<Unit> find_unit(std::string_view text) noexcept;

inline constexpr std::string_view score_unit = "{score}";
inline constexpr std::string_view year_unit = "a";

// True when a value in `from` can be given where `to` is declared. Years convert only into other units of time, and
// nothing but whole years is given where years are declared.
bool converts(Unit from, Unit to) noexcept;

// The value in the other unit: the exact product (wk = 7 d, mo = 30.4375 d, a = 365.25 d, [lb_av] = 453.59237 g,
// Cel = ([degF] - 32) * 5/9), rounded once to the nearest double. Requires converts(from, to).
double convert(double value, Unit from, Unit to) noexcept;

// All units in UCUM form, and the same for messages.
std::vector<std::string_view> all_units();
std::string unit_list();

}  // namespace vertebra::base
