#include "fhir/dates.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace vertebra::fhir {
namespace {

constexpr std::size_t year_size = 4;
constexpr std::size_t month_size = 7;
constexpr std::size_t day_size = 10;

std::chrono::year_month_day calendar(Date date) {
  return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

Date last_of_month(Date date) {
  const std::chrono::year_month_day_last last{std::chrono::year{date.year},
                                              std::chrono::month_day_last{std::chrono::month{date.month}}};
  date.day = static_cast<std::uint8_t>(static_cast<unsigned>(last.day()));
  return date;
}

// "T17:20:00+10:00": only its characters are looked at, because the time is not used.
bool is_time(std::string_view text) {
  return text.size() > 1 && text.front() == 'T' &&
         text.substr(1).find_first_not_of("0123456789:.+-Z") == std::string_view::npos;
}

}  // namespace

std::optional<DateSpan> parse_fhir_date(std::string_view text, Precision precision) {
  if (text.size() > day_size) {
    if (precision == Precision::date || !is_time(text.substr(day_size))) return std::nullopt;
    text = text.substr(0, day_size);
  }
  const bool has_month = text.size() >= month_size;
  const bool has_day = text.size() == day_size;
  if (text.size() != year_size && text.size() != month_size && !has_day) return std::nullopt;
  std::string full{text};
  if (!has_month) full += "-01";
  if (!has_day) full += "-01";
  DateSpan span;
  if (!parse_date(full, span.first) || span.first.year < 1) return std::nullopt;
  span.last = span.first;
  if (!has_month) span.last.month = 12;
  if (!has_day) span.last = last_of_month(span.last);
  return span;
}

int completed_years(Date birth, Date as_of) noexcept {
  const bool birthday_to_come = as_of.month != birth.month ? as_of.month < birth.month : as_of.day < birth.day;
  return as_of.year - birth.year - (birthday_to_come ? 1 : 0);
}

int days_between(Date from, Date to) noexcept {
  const auto days = std::chrono::sys_days{calendar(to)} - std::chrono::sys_days{calendar(from)};
  return static_cast<int>(days.count());
}

}  // namespace vertebra::fhir
