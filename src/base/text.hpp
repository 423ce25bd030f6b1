#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Bytes and code points, without a locale.
namespace vertebra::base {

// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included); nothing when all is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept;

// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text) noexcept;

// The code point at byte `offset` of valid UTF-8, and how many bytes it takes.
struct CodePoint {
  char32_t value;
  std::size_t bytes;
};
CodePoint code_point_at(std::string_view text, std::size_t offset) noexcept;

// The byte at which code point `index` (from 0) of valid UTF-8 begins; the size of the text when it has no such one.
std::size_t offset_of_code_point(std::string_view text, std::size_t index) noexcept;

// True for control, invisible and bidirectional characters (line feed included): what a reader cannot see, or what shows
// text in another order than it is written.
bool is_invisible(char32_t character) noexcept;

// The text with U+FFFD for each invisible character and each byte that is not UTF-8: safe to show, columns unchanged.
std::string visible(std::string_view text);

// `[a-z][a-z0-9_]*`, and a source's `[A-Z][A-Z0-9.-]*[a-z]?`.
bool is_id(std::string_view text) noexcept;
bool is_source_id(std::string_view text) noexcept;

// Lower case (ASCII) without punctuation: two ids with the same folded form are too alike to keep apart.
std::string folded(std::string_view id);

// The candidate a person most likely meant: Damerau-Levenshtein distance at most a third of the length (at least 1);
// ties go to the earlier one. Empty when none is close.
std::string_view closest(std::string_view name, std::span<const std::string_view> candidates);

// "`a`, `b` or `c`".
std::string list_of(std::span<const std::string_view> names, std::string_view conjunction = "or");

// The shortest decimal that reads back as the same double, without exponent for everyday sizes ("28", "37.5").
std::string number_text(double value);

// A plain decimal of at most 15 digits: -?(0|[1-9][0-9]*)(\.[0-9]+)?  Nothing for anything else.
std::optional<double> parse_number(std::string_view text) noexcept;

// An integer with an optional sign, as points are written; nothing when it is not one or does not fit in 31 bits.
std::optional<int> parse_points(std::string_view text) noexcept;

}  // namespace vertebra::base
