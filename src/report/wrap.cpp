#include "report/wrap.hpp"

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"

namespace vertebra::report {
namespace {

constexpr std::string_view breaks = " \n\r\t";

// Bytes of the first `count` code points.
std::size_t bytes_of(std::string_view text, int count) {
  std::size_t bytes = 0;
  for (int i = 0; i < count && bytes < text.size(); ++i) bytes += base::code_point_at(text, bytes).bytes;
  return bytes;
}

void add_word(std::vector<std::string>& lines, std::string_view word, int width) {
  const int used = columns(lines.back());
  if (used > 0 && used + 1 + columns(word) <= width) {
    lines.back().append(" ").append(word);
    return;
  }
  if (used > 0) lines.emplace_back();
  while (columns(word) > width) {
    const std::size_t cut = bytes_of(word, width);
    lines.back() = word.substr(0, cut);
    lines.emplace_back();
    word.remove_prefix(cut);
  }
  lines.back() = word;
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

}  // namespace

int columns(std::string_view text) { return static_cast<int>(base::count_code_points(text)); }

std::vector<std::string> wrap(std::string_view text, int width) {
  width = std::max(width, 1);
  std::vector<std::string> lines(1);
  while (true) {
    const std::size_t begin = text.find_first_not_of(breaks);
    if (begin == std::string_view::npos) return lines;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find_first_of(breaks));
    add_word(lines, word, width);
    text.remove_prefix(word.size());
  }
}

std::string pad_right(std::string_view text, int width) { return std::string{text} + spaces(width - columns(text)); }

std::string pad_left(std::string_view text, int width) { return spaces(width - columns(text)).append(text); }

}  // namespace vertebra::report
