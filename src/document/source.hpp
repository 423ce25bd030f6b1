#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace vertebra::document {

// The text of one file without its byte order mark, and where each byte of it stands. Finding a place costs the same on a
// line of four megabytes as on a short one.
class Source {
 public:
  Source(std::string_view text, int file);

  std::string_view text() const noexcept { return text_; }
  // The character at a byte, or NUL after the end (no text that is read holds one).
  char at(std::size_t byte) const noexcept { return byte < text_.size() ? text_[byte] : '\0'; }
  base::Place whole_file() const noexcept { return {file_, 0, 0, 1}; }
  base::Place place(std::size_t byte, int length = 1) const noexcept;
  // The place of the bytes from `begin` to `end`, which stand on one line.
  base::Place span(std::size_t begin, std::size_t end) const noexcept;

 private:
  std::size_t code_points_before(std::size_t byte) const noexcept;

  std::string_view text_;
  int file_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> counts_;  // Code points before every step of the text.
};

}  // namespace vertebra::document
