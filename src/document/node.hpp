#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "document/source.hpp"

// One located tree for YAML and JSON: what was written and where, with nothing guessed.
namespace vertebra::document {

enum class Kind { scalar, list, map };

// How a scalar was written. JSON strings are quoted; JSON numbers, true, false and null are plain.
enum class Style { plain, quoted, block };

struct Entry;

struct Node {
  Kind kind = Kind::scalar;
  Style style = Style::plain;
  std::string text;     // Scalars: the text, unescaped.
  base::Place place;    // Of the first character of the value (of the opening quote when quoted).
  base::Place content;  // Of the first character of a scalar's text; differs from `place` for quoted and block ones.
  std::vector<Entry> entries;  // Maps, in written order.
  std::vector<Node> items;     // Lists.

  bool is_scalar() const noexcept { return kind == Kind::scalar; }
  bool is_list() const noexcept { return kind == Kind::list; }
  bool is_map() const noexcept { return kind == Kind::map; }
  // Of a map, or null.
  const Node* find(std::string_view key) const noexcept;
};

struct Entry {
  std::string key;
  base::Place place;  // Of the key.
  Node value;
};

// Finds places inside a scalar's text: exact for plain, quoted without escapes, and block scalars; else the place of the
// whole scalar. Reads the text once, so that asking for every word of a long one costs little. The scalar must outlive it.
class PlacesIn {
 public:
  explicit PlacesIn(const Node& scalar);
  // Of `length` code points at byte `offset` of the text.
  base::Place at(std::size_t offset, int length) const;

 private:
  const Node& scalar_;
  Source text_;
  bool verbatim_;
};

}  // namespace vertebra::document
