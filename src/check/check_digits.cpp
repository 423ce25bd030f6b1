#include "check/check_digits.hpp"

#include <algorithm>
#include <cstddef>

namespace vertebra::check {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The multiplication of the dihedral group of a pentagon: 0 to 4 turn it, 5 to 9 turn it over as well.
constexpr int combined(int a, int b) {
  const int turn = a % 5;
  if (a < 5) return b < 5 ? (turn + b) % 5 : 5 + (turn + b - 5) % 5;
  return b < 5 ? 5 + (turn + 5 - b) % 5 : (turn + 5 - (b - 5)) % 5;
}

// Verhoeff's permutation, applied once more for each place to the left; it returns after eight.
constexpr int permuted(int digit, std::size_t times) {
  constexpr int once[] = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  for (times %= 8; times > 0; --times) digit = once[digit];
  return digit;
}

}  // namespace

bool is_snomed_id(std::string_view code) noexcept {
  if (!all_digits(code) || code.size() < 6 || code.size() > 18 || code.front() == '0') return false;
  int check = 0;
  for (std::size_t place = 0; place < code.size(); ++place)
    check = combined(check, permuted(code[code.size() - 1 - place] - '0', place));
  return check == 0;
}

bool is_loinc_code(std::string_view code) noexcept {
  const std::size_t hyphen = code.find('-');
  if (hyphen == std::string_view::npos || hyphen > 7 || code.size() != hyphen + 2) return false;
  const std::string_view number = code.substr(0, hyphen);
  if (!all_digits(number) || !all_digits(code.substr(hyphen + 1))) return false;
  int sum = code.back() - '0';
  for (std::size_t place = 0; place < number.size(); ++place) {
    const int digit = number[number.size() - 1 - place] - '0';
    const int doubled = 2 * digit > 9 ? 2 * digit - 9 : 2 * digit;
    sum += place % 2 == 0 ? doubled : digit;
  }
  return sum % 10 == 0;
}

}  // namespace vertebra::check
