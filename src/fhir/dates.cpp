#include "fhir/dates.hpp"

#include <algorithm>
#include <array>
#include <chrono>

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

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

std::int64_t midnight(Date date) { return std::chrono::sys_days{calendar(date)}.time_since_epoch().count() * day; }

// "T17:20:00+10:00": only its characters are looked at, because FHIR records round and shorten times in many ways.
bool is_time(std::string_view text) {
  const auto stands_in_times = [](char c) {
    return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+' || c == '-' || c == 'Z';
  };
  return text.size() > 1 && text.front() == 'T' && std::all_of(text.begin() + 1, text.end(), stands_in_times);
}

// Two digits below `limit` at the place; -1 for anything else.
int two_digits(std::string_view text, std::size_t at, int limit) {
  if (at + 2 > text.size()) return -1;
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
  const int value = digit(at) * 10 + digit(at + 1);
  return value < limit ? value : -1;
}

// The zone that ends a time, in milliseconds east of UTC.
std::optional<std::int64_t> zone_of(std::string_view time) {
  if (time.ends_with('Z')) return 0;
  constexpr std::size_t size = 6;  // "+10:00"
  if (time.size() < size) return std::nullopt;
  const std::string_view zone = time.substr(time.size() - size);
  const int hours = two_digits(zone, 1, 15), minutes = two_digits(zone, 4, 60);
  if ((zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || hours < 0 || minutes < 0) return std::nullopt;
  return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes) * minute;
}

// Milliseconds after midnight of UTC of the day that is written; nothing for a time that is not given to the second.
std::optional<std::int64_t> moment_of(std::string_view time) {
  constexpr std::size_t to_the_second = 9;  // "T17:20:00"
  const auto zone = zone_of(time);
  if (!zone || time.size() < to_the_second || time[3] != ':' || time[6] != ':') return std::nullopt;
  const int hour = two_digits(time, 1, 25), minutes = two_digits(time, 4, 60), second = two_digits(time, 7, 61);
  if (hour < 0 || minutes < 0 || second < 0) return std::nullopt;
  std::int64_t thousandths = 0;
  constexpr std::size_t decimals = to_the_second + 1;
  if (time.size() > decimals && time[to_the_second] == '.')
    for (std::size_t i = decimals, scale = 100; scale > 0 && i < time.size() && time[i] >= '0' && time[i] <= '9'; ++i) {
      thousandths += static_cast<std::int64_t>(scale) * (time[i] - '0');
      scale /= 10;
    }
  return (hour * 60 + minutes) * minute + second * 1000 + thousandths - *zone;
}

}  // namespace

std::optional<DateSpan> parse_fhir_date(std::string_view text, Precision precision) {
  std::string_view time;
  if (text.size() > day_size) {
    time = text.substr(day_size);
    if (precision == Precision::date || !is_time(time)) return std::nullopt;
    text = text.substr(0, day_size);
  }
  const bool has_month = text.size() >= month_size;
  const bool has_day = text.size() == day_size;
  if (text.size() != year_size && text.size() != month_size && !has_day) return std::nullopt;
  std::array<char, day_size> full{'0', '0', '0', '0', '-', '0', '1', '-', '0', '1'};
  std::copy(text.begin(), text.end(), full.begin());
  DateSpan span;
  if (!parse_date({full.data(), full.size()}, span.first) || span.first.year < 1) return std::nullopt;
  span.last = span.first;
  if (!has_month) span.last.month = 12;
  if (!has_day) span.last = last_of_month(span.last);
  span.time = time;
  return span;
}

std::optional<std::int64_t> DateSpan::moment() const {
  const auto after_midnight = moment_of(time);
  return after_midnight ? std::optional{midnight(first) + *after_midnight} : std::nullopt;
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
