#include "fhir/quantities.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

namespace vertebra::fhir {
namespace {

using Result = std::variant<Interval, Reason>;

constexpr std::string_view ucum = "http://unitsofmeasure.org";

constexpr Reason no_number{Cause::irregular, "its quantity has no number"};
constexpr Reason out_of_range{Cause::not_readable, "its number is outside the range of the fact"};
constexpr Reason unknown_unit{Cause::wrong_unit, "its unit is not one that is known here"};
constexpr Reason no_unit{Cause::wrong_unit, "its number has no unit"};
constexpr Reason no_unit_system{Cause::wrong_unit, "its unit is not said to be one of UCUM"};
constexpr Reason does_not_convert{Cause::wrong_unit, "its unit does not convert into that of the fact"};
constexpr Reason unknown_comparator{Cause::irregular, "its comparator is not one of FHIR's"};

// Other spellings of the table's units, all of them UCUM.
struct Spelling {
  std::string_view written;
  std::string_view unit;
};
constexpr Spelling spellings[] = {
    {"mL/min/{1.73m2}", "mL/min/{1.73_m2}"},
    {"mL/min/1.73.m2", "mL/min/{1.73_m2}"},
    {"mL/min/1.73.m2{body}", "mL/min/{1.73_m2}"},
    {"kg{body}", "kg"},
};

// "{score}", "{points}": for UCUM an annotation alone is the number one.
bool is_one(std::string_view code) {
  return code == "1" || (code.size() > 1 && code.front() == '{' && code.find('}') == code.size() - 1);
}

std::optional<base::Unit> find_ucum(std::string_view code) {
  const auto* other = std::find_if(std::begin(spellings), std::end(spellings),
                                   [&](const Spelling& row) { return row.written == code; });
  if (other != std::end(spellings)) code = other->unit;
  const auto unit = base::find_unit(code);
  return unit && unit->ucum == code ? unit : std::nullopt;  // Not the words that authors may write.
}

// The unit of a quantity; scores have none. A unit that is only shown counts when it is spelled as UCUM spells it.
std::variant<base::Unit, Reason> unit_of(const Part& quantity, const MappedFact& fact) {
  const bool is_score = fact.unit.ucum == base::score_unit;
  std::string_view code = quantity.text(Element::unit_code);
  if (code.empty()) {
    code = quantity.text(Element::unit);
    if (code.empty()) return is_score ? std::variant<base::Unit, Reason>{fact.unit} : no_unit;
  } else if (quantity.text(Element::unit_system) != ucum) {
    return no_unit_system;
  }
  if (is_score && is_one(code)) return fact.unit;
  const auto unit = find_ucum(code);
  if (!unit) return unknown_unit;
  if (!base::converts(*unit, fact.unit)) return does_not_convert;
  return *unit;
}

std::optional<double> number_of(std::string_view digits) {
  double value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, problem] = std::from_chars(digits.data(), end, value);
  if (problem != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

// Numbers are kept to this, far below what is measured, so that a patient file can hold each as it is. What is less or more
// than a number begins so far from it.
constexpr double step = 1e-9;

double rounded(double value) {
  constexpr double steps = 1e9;  // In one; multiplying and dividing by it gives the nearest double of each decimal.
  return std::round(value * steps) / steps + 0.0;
}

Result compared(double value, std::string_view comparator, const MappedFact& fact) {
  if (comparator == "<") return Interval{fact.min, rounded(value - step)};
  if (comparator == "<=") return Interval{fact.min, value};
  if (comparator == ">=") return Interval{value, fact.max};
  if (comparator == ">") return Interval{rounded(value + step), fact.max};
  return unknown_comparator;
}

bool fits(const Interval& numbers, const MappedFact& fact) {
  return fact.min <= numbers.low && numbers.low <= numbers.high && numbers.high <= fact.max;
}

Result exactly(double value, const MappedFact& fact) {
  const Interval numbers{value, value};
  if (!fits(numbers, fact)) return out_of_range;
  return numbers;
}

}  // namespace

Result read_quantity(const Part& quantity, const MappedFact& fact) {
  const auto number = number_of(quantity.text(Element::number));
  if (!number) return no_number;
  const auto unit = unit_of(quantity, fact);
  if (const auto* reason = std::get_if<Reason>(&unit)) return *reason;
  const double value = rounded(base::convert(*number, std::get<base::Unit>(unit), fact.unit));
  if (!quantity.has(Element::comparator)) return exactly(value, fact);
  Result result = compared(value, quantity.text(Element::comparator), fact);
  if (const auto* numbers = std::get_if<Interval>(&result); numbers != nullptr && !fits(*numbers, fact))
    return out_of_range;
  return result;
}

Result read_range(const Part& range, const MappedFact& fact) {
  Interval numbers{fact.min, fact.max};
  for (const Element end : {Element::low, Element::high}) {
    const Part* quantity = range.part(end);
    if (quantity == nullptr) continue;
    const Result result = read_quantity(*quantity, fact);
    if (std::holds_alternative<Reason>(result)) return result;
    const Interval& read = std::get<Interval>(result);
    (end == Element::low ? numbers.low : numbers.high) = end == Element::low ? read.low : read.high;
  }
  if (numbers.low > numbers.high) return Reason{Cause::irregular, "its range ends before it begins"};
  if (numbers.low <= fact.min && numbers.high >= fact.max)
    return Reason{Cause::not_readable, "its range leaves every number open"};
  return numbers;
}

Result read_bare_number(std::string_view digits, const MappedFact& fact) {
  if (fact.unit.ucum != base::score_unit) return no_unit;
  const auto value = number_of(digits);
  if (!value) return no_number;
  return exactly(rounded(*value), fact);
}

}  // namespace vertebra::fhir
