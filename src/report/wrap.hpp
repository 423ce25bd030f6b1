#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vertebra::report {

// Columns that a text takes in a terminal: one a code point.
int columns(std::string_view text);

// Breaks a text at its spaces into lines of at most `width` columns; a word longer than that is cut. Line breaks in the
// text count as spaces. At least one line, which may be empty.
std::vector<std::string> wrap(std::string_view text, int width);

// The text with spaces after it (or before it) up to `width` columns.
std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);

}  // namespace vertebra::report
