#include "document/characters.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace vertebra::document {
namespace {

constexpr int most_reports = 100;  // A file in a foreign encoding would fill the screen.

std::string name_of(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (char32_t rest = character; rest != 0 || result.size() < 4; rest /= 16) result.insert(0, 1, digits[rest % 16]);
  return "U+" + result;
}

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

void report(char32_t character, base::Place place, base::Reporter& reporter) {
  constexpr auto code = base::Code::forbidden_character;
  if (character == '\t') return reporter.report(code, place, "a tab", "use spaces");
  if (character == '\r') {
    return reporter.report(code, place, "a carriage return without a line feed", "end lines with a line feed");
  }
  if (character == 0xA0) return reporter.report(code, place, "a no-break space (U+00A0)", "use an ordinary space");
  const std::string kind = is_control(character) ? "a control character" : "an invisible character";
  reporter.report(code, place, kind + " (" + name_of(character) + ")", "delete it; no reader can see what it does");
}

bool is_line_break(const Source& source, std::size_t byte) {
  return source.at(byte) == '\n' || (source.at(byte) == '\r' && source.at(byte + 1) == '\n');
}

}  // namespace

bool check_characters(const Source& source, base::Reporter& reporter) {
  const std::string_view text = source.text();
  if (const auto invalid = base::first_invalid_utf8(text)) {
    reporter.report(base::Code::invalid_utf8, source.place(*invalid), "a byte that is not UTF-8",
                    "save the file with the encoding UTF-8");
    return false;
  }
  int found = 0;
  for (std::size_t byte = 0; byte < text.size() && found < most_reports;) {
    const auto [character, bytes] = base::code_point_at(text, byte);
    if (base::is_invisible(character) && !is_line_break(source, byte)) {
      report(character, source.place(byte), reporter);
      ++found;
    }
    byte += bytes;
  }
  return found == 0;
}

bool check_unescaped(std::string_view text, base::Place place, base::Reporter& reporter) {
  for (std::size_t byte = 0; byte < text.size();) {
    const auto [character, bytes] = base::code_point_at(text, byte);
    if (character != '\n' && base::is_invisible(character)) {
      reporter.report(base::Code::forbidden_character, place, "an escape for " + name_of(character),
                      "texts hold no control or invisible characters");
      return false;
    }
    byte += bytes;
  }
  return true;
}

}  // namespace vertebra::document
