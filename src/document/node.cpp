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

PlacesIn::PlacesIn(const Node& scalar)
    : scalar_{scalar}, text_{scalar.text, scalar.content.file}, verbatim_{is_verbatim(scalar)} {}

base::Place PlacesIn::at(std::size_t offset, int length) const {
  if (scalar_.style != Style::block && !verbatim_) return scalar_.place;
  const base::Place inside = text_.place(offset, length);
  base::Place result = scalar_.content;
  result.line += inside.line - 1;
  result.column += inside.column - 1;
  result.length = length;
  return result;
}

}  // namespace vertebra::document
