#include <algorithm>
#include <iterator>

#include "base/text.hpp"

namespace vertebra::base {
namespace {

unsigned byte_at(std::string_view text, std::size_t offset) noexcept {
  return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0U;
}

bool continues(unsigned byte) noexcept { return (byte & 0xC0U) == 0x80U; }

// Bytes of the valid code point at `offset`; 0 when there is none. The second byte's limits keep out overlong forms,
// surrogates and what lies above U+10FFFF (Unicode, table 3-7).
std::size_t valid_bytes_at(std::string_view text, std::size_t offset) noexcept {
  const unsigned first = byte_at(text, offset);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const unsigned low = first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
  const unsigned high = first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
  const unsigned second = byte_at(text, offset + 1);
  if (second < low || second > high) return 0;
  const std::size_t bytes = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  for (std::size_t i = 2; i < bytes; ++i) {
    if (!continues(byte_at(text, offset + i))) return 0;
  }
  return bytes;
}

struct Span {
  char32_t first;
  char32_t last;
};

// Cc; no-break space; Cf; the fillers, variation selectors and separators that show as nothing or break lines unseen.
constexpr Span invisible_spans[] = {
    {0x0000, 0x001F}, {0x007F, 0x00A0}, {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x0600, 0x0605},   {0x061C, 0x061C},
    {0x06DD, 0x06DD}, {0x070F, 0x070F}, {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) noexcept {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t bytes = valid_bytes_at(text, offset);
    if (bytes == 0) return offset;
    offset += bytes;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(static_cast<unsigned char>(c)); }));
}

CodePoint code_point_at(std::string_view text, std::size_t offset) noexcept {
  const unsigned first = byte_at(text, offset);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t value = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) value = value << 6 | (byte_at(text, offset + i) & 0x3FU);
  return {value, bytes};
}

std::size_t offset_of_code_point(std::string_view text, std::size_t index) noexcept {
  std::size_t offset = 0;
  while (offset < text.size() && (index > 0 || continues(byte_at(text, offset)))) {
    ++offset;
    if (!continues(byte_at(text, offset))) --index;
  }
  return offset;
}

bool is_invisible(char32_t character) noexcept {
  if (character >= U' ' && character <= U'~') return false;  // Nearly all: not looked up.
  const auto* span = std::lower_bound(std::begin(invisible_spans), std::end(invisible_spans), character,
                                      [](const Span& one, char32_t wanted) { return one.last < wanted; });
  return span != std::end(invisible_spans) && span->first <= character;
}

std::string visible(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t bytes = valid_bytes_at(text, offset);
    const bool shown = bytes > 0 && !is_invisible(code_point_at(text, offset).value);
    result += shown ? text.substr(offset, bytes) : replacement;
    offset += bytes > 0 ? bytes : 1;
  }
  return result;
}

}  // namespace vertebra::base
