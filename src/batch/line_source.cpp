#include "batch/line_source.hpp"

#include <algorithm>

namespace vertebra::batch {
namespace {

constexpr std::size_t longest_line = std::size_t{4} << 20;
constexpr std::size_t most_lines = 4096;
constexpr std::size_t most_bytes = std::size_t{8} << 20;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

bool LineSource::fill() {
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  begin_ = 0;
  end_ = static_cast<std::size_t>(in_.gcount());
  bytes_ += end_;
  return end_ > 0;
}

bool LineSource::next(Line& line) {
  line = {};
  bool any = false;
  while (begin_ < end_ || fill()) {
    any = true;
    const auto first = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
    const auto last = buffer_.begin() + static_cast<std::ptrdiff_t>(end_);
    const auto found = std::find(first, last, '\n');
    const auto room = longest_line - line.text.size();
    const auto size = static_cast<std::size_t>(found - first);
    line.text.append(&*first, std::min(size, room));
    line.too_long = line.too_long || size > room;
    begin_ += size;
    if (found == last) continue;
    ++begin_;
    break;
  }
  if (!any) return false;
  line.number = ++number_;
  if (line.number == 1 && line.text.starts_with(byte_order_mark)) line.text.erase(0, byte_order_mark.size());
  if (line.text.ends_with('\r')) line.text.pop_back();
  return true;
}

std::vector<Line> LineSource::next_block() {
  std::vector<Line> block;
  std::size_t bytes = 0;
  Line line;
  while (block.size() < most_lines && bytes < most_bytes && next(line)) {
    if (line.text.find_first_not_of(" \t") == std::string::npos) continue;
    bytes += line.text.size();
    block.push_back(std::move(line));
  }
  return block;
}

}  // namespace vertebra::batch
