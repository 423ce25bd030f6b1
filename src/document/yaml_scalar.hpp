#pragma once

#include <cstddef>
#include <string>

#include "document/node.hpp"
#include "document/source.hpp"

namespace vertebra::document {

// What stands in the text where a scalar begins.
struct WrittenScalar {
  Node node;
  std::size_t end = 0;      // The byte after it.
  bool folded = false;      // Begins with `>`.
  bool many_lines = false;  // Plain or quoted, over more than one line.
};

// `text` is what the parser made of the scalar at `byte`.
WrittenScalar written_scalar(const Source& source, std::size_t byte, const std::string& text);

// The byte after the quote that closes the one at `byte`; 0 when it is not on the same line.
std::size_t quoted_end(const Source& source, std::size_t byte);

// The bytes of the word `null` (or Null, NULL), alone at `byte`; 0 when it does not stand there.
std::size_t null_word(const Source& source, std::size_t byte);

}  // namespace vertebra::document
