#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace vertebra::base {
namespace {

constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

constexpr std::size_t longest_suggested = 100;  // Bytes: the distance costs the product of both lengths.

// Insertions, deletions, replacements and swaps of neighbours, each one step.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

// Length of the integer part 0 or [1-9][0-9]*; nothing when there is none.
std::optional<std::size_t> integer_digits(std::string_view text) noexcept {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto size = static_cast<std::size_t>(end - text.begin());
  if (size == 0 || (size > 1 && text.front() == '0')) return std::nullopt;
  return size;
}

}  // namespace

bool is_id(std::string_view text) noexcept {
  return !text.empty() && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_source_id(std::string_view text) noexcept {
  if (text.empty() || !is_upper(text.front())) return false;
  if (is_lower(text.back())) text.remove_suffix(1);
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_upper(c) || is_digit(c) || c == '.' || c == '-'; });
}

std::string folded(std::string_view id) {
  std::string result;
  for (const char c : id) {
    if (is_upper(c)) {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      result += c;
    }
  }
  return result;
}

std::string_view closest(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.empty() || name.size() > longest_suggested) return {};
  std::size_t limit = std::max<std::size_t>(name.size() / 3, 1);
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t longer = std::max(name.size(), candidate.size());
    if (longer - std::min(name.size(), candidate.size()) > limit) continue;
    const std::size_t steps = distance(name, candidate);
    if (steps > limit) continue;
    best = candidate;
    if (steps == 0) return best;
    limit = steps - 1;  // Only a closer one replaces it.
  }
  return best;
}

std::string list_of(std::span<const std::string_view> names, std::string_view conjunction) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += i + 1 < names.size() ? ", " : " " + std::string{conjunction} + " ";
    result.append("`").append(names[i]).append("`");
  }
  return result;
}

std::string number_text(double value) {
  const double size = std::fabs(value);
  const bool everyday = size >= 1e-6 && size < 1e15;
  char buffer[64];
  const auto end = size == 0  ? std::to_chars(buffer, std::end(buffer), 0)
                   : everyday ? std::to_chars(buffer, std::end(buffer), value, std::chars_format::fixed)
                              : std::to_chars(buffer, std::end(buffer), value);
  return {buffer, end.ptr};
}

std::optional<double> parse_number(std::string_view text) noexcept {
  constexpr std::size_t most_digits = 15;  // Every such decimal is told apart from its neighbours by a double.
  std::string_view rest = text;
  if (!rest.empty() && rest.front() == '-') rest.remove_prefix(1);
  const auto whole = integer_digits(rest);
  if (!whole) return std::nullopt;
  const std::string_view fraction = rest.substr(*whole);
  const bool well_formed = fraction.empty() || (fraction.size() > 1 && fraction.front() == '.' &&
                                                std::all_of(fraction.begin() + 1, fraction.end(), is_digit));
  const std::size_t digits = *whole + (fraction.empty() ? 0 : fraction.size() - 1);
  if (!well_formed || digits > most_digits) return std::nullopt;
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return value == 0 ? 0.0 : value;  // There is one zero.
}

std::optional<int> parse_points(std::string_view text) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  if (integer_digits(text) != text.size()) return std::nullopt;
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{}) return std::nullopt;
  return negative ? -value : value;
}

}  // namespace vertebra::base
