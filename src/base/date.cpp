#include <optional>
#include <string>

#include <vertebra/patient.hpp>

namespace vertebra {
namespace {

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

// Digits only: no sign, no space.
std::optional<int> digits(std::string_view text) noexcept {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  const std::string text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

}  // namespace

std::string to_string(Date date) {
  const std::string year = date.year < 0 ? "-" + padded(-date.year, 4) : padded(date.year, 4);
  return year + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

bool parse_date(std::string_view text, Date& result) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12) return false;
  if (*day < 1 || *day > days_in(*year, *month)) return false;
  result = date(*year, *month, *day);
  return true;
}

}  // namespace vertebra
