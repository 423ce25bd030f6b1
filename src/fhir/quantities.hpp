#pragma once

#include <variant>

#include "base/units.hpp"
#include "fhir/mapping.hpp"
#include "fhir/reason.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// The numbers that a value leaves possible, both ends included, in the unit of the fact.
struct Interval {
  double low = 0;
  double high = 0;
};

// A Quantity: its number, comparator and UCUM unit. `<60` leaves what is below 60 within the range of the fact.
std::variant<Interval, Reason> read_quantity(const Part& quantity, const MappedFact& fact);
// A Range; an end that is missing is that of the fact.
std::variant<Interval, Reason> read_range(const Part& range, const MappedFact& fact);
// An integer or decimal, which has no unit.
std::variant<Interval, Reason> read_bare_number(std::string_view digits, const MappedFact& fact);

}  // namespace vertebra::fhir
