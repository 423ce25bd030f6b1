#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <vertebra/patient.hpp>

namespace vertebra::fhir {

// The calendar days that a FHIR date, dateTime or instant may mean: "1961" is the whole year. The day is the one that was
// written, whatever its zone.
struct DateSpan {
  Date first;
  Date last;
  std::string_view time{};  // What was written after the day; empty for a date.

  // In milliseconds of UTC from 1970, where the time is written with its zone.
  std::optional<std::int64_t> moment() const;
};

enum class Precision { date, date_time };  // A date has no time of day.

// Nothing when the text is not written as FHIR writes it, or is not a day of the calendar.
std::optional<DateSpan> parse_fhir_date(std::string_view text, Precision precision);

// Birthdays that have passed; who was born on 29 February has one on 1 March of the other years. Negative before birth.
int completed_years(Date birth, Date as_of) noexcept;

// From one day to a later one; negative when it is earlier.
int days_between(Date from, Date to) noexcept;

}  // namespace vertebra::fhir
