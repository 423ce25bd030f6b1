#include "document/node.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace vertebra::document {
namespace {

int code_points(std::string_view text) { return static_cast<int>(base::count_code_points(text)); }

// An escape is always longer than what it stands for, so the quoted text stands there as it is when only the quotes add.
bool is_verbatim(const Node& scalar) {
  return scalar.style == Style::plain || scalar.place.length == code_points(scalar.text) + 2;
}

}  // namespace

const Node* Node::find(std::string_view key) const noexcept {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

base::Place place_in(const base::Files& /*files*/, const Node& scalar, std::size_t offset, int length) {
  const std::string_view before = std::string_view{scalar.text}.substr(0, std::min(offset, scalar.text.size()));
  base::Place result = scalar.content;
  result.length = length;
  if (scalar.style == Style::block) {
    const std::size_t line_start = before.rfind('\n') + 1;  // 0 on the first line: npos + 1.
    result.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    result.column += code_points(before.substr(line_start));
    return result;
  }
  if (!is_verbatim(scalar)) return scalar.place;
  result.column += code_points(before);
  return result;
}

}  // namespace vertebra::document
