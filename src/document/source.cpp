#include "document/source.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace vertebra::document {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t step = 256;  // Bytes.

}  // namespace

Source::Source(std::string_view text, int file) : text_{text}, file_{file} {
  if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) text_.remove_prefix(byte_order_mark.size());
  line_starts_.push_back(0);
  for (std::size_t end = text_.find('\n'); end != std::string_view::npos; end = text_.find('\n', end + 1)) {
    line_starts_.push_back(end + 1);
  }
  std::size_t count = 0;
  for (std::size_t byte = 0; byte <= text_.size(); byte += step) {
    counts_.push_back(count);
    count += base::count_code_points(text_.substr(byte, step));
  }
}

std::size_t Source::code_points_before(std::size_t byte) const noexcept {
  const std::size_t whole = byte / step;
  return counts_[whole] + base::count_code_points(text_.substr(whole * step, byte - whole * step));
}

base::Place Source::place(std::size_t byte, int length) const noexcept {
  byte = std::min(byte, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const auto line = next - line_starts_.begin();
  const std::size_t column = code_points_before(byte) - code_points_before(*(next - 1)) + 1;
  return {file_, static_cast<int>(line), static_cast<int>(column), length};
}

base::Place Source::span(std::size_t begin, std::size_t end) const noexcept {
  return place(begin, static_cast<int>(base::count_code_points(text_.substr(begin, end - begin))));
}

}  // namespace vertebra::document
