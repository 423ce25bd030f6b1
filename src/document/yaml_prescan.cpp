#include "document/yaml_prescan.hpp"

#include <algorithm>
#include <string>

namespace vertebra::document {
namespace {

// Brackets are counted without knowing YAML, so text may hold some that are not closed; the parser's events give the exact
// depth. Up to this many cost it little.
constexpr int most_brackets = 1000;

// The parser keeps every token of an outermost `[ ]` or `{ }` until that is closed (it may still turn out to be a key), at
// some 300 bytes each. Signs bound the tokens. This is about twice what a rule file of 4 MiB holds, so that a bracket which
// only stands in a text, and so seems never closed, does no harm.
constexpr int most_signs = 250'000;

constexpr bool is_sign(char c) noexcept { return std::string_view{"[]{},:\"'&*!?"}.find(c) != std::string_view::npos; }

bool is_marker(std::string_view line, std::string_view marker) {
  return line.substr(0, 3) == marker && (line.size() == 3 || line[3] == ' ' || line[3] == '\r');
}

// Neither blank, nor a comment, nor a directive.
bool is_content(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \r");
  return first != std::string_view::npos && line[first] != '#' && line[0] != '%';
}

bool is_bare_start(std::string_view line) { return is_marker(line, "---") && !is_content(line.substr(3)); }

// One `---` may stand before the first content.
bool check_markers(const Source& source, base::Reporter& reporter) {
  bool begun = false;
  bool good = true;
  const auto refuse = [&](base::Code code, std::size_t begin, std::string what, std::string help) {
    reporter.report(code, source.place(begin, code == base::Code::forbidden_yaml && source.at(begin) == '%' ? 1 : 3),
                    std::move(what), std::move(help));
    good = false;
  };
  const std::string_view text = source.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.substr(0, 1) == "%") refuse(base::Code::forbidden_yaml, begin, "a `%` directive", "leave the line out");
    if (is_marker(line, "...")) {
      refuse(base::Code::forbidden_yaml, begin, "`...` ends a document early", "leave the line out");
    }
    if (begun && is_marker(line, "---")) {
      refuse(base::Code::second_document, begin, "a second document begins here",
             "a file holds one; move it to another");
    }
    begun = begun || is_content(line);
    begin = end + 1;
  }
  return good;
}

// The byte after a quoted text that begins at `byte`; `byte + 1` when it is not closed on its line.
std::size_t after_quotes(const Source& source, std::size_t byte) {
  const char quote = source.at(byte);
  for (std::size_t i = byte + 1; source.at(i) != '\0' && source.at(i) != '\n'; ++i) {
    if (quote == '"' && source.at(i) == '\\')
      ++i;
    else if (source.at(i) == quote)
      return i + 1;
  }
  return byte + 1;
}

bool check_brackets(const Source& source, base::Reporter& reporter, const Limits& limits) {
  const std::string_view text = source.text();
  int depth = 0;
  int signs = 0;  // Since the outermost bracket.
  std::size_t outermost = 0;
  std::size_t too_deep = 0;
  char before = '\n';  // The last character that is not a space.
  for (std::size_t byte = 0; byte < text.size();) {
    const char c = text[byte];
    const bool spaced = byte == 0 || text[byte - 1] == ' ' || text[byte - 1] == '\n';
    if (c == '#' && spaced) {
      byte = std::min(text.find('\n', byte), text.size());
      continue;
    }
    if (depth > 0 && is_sign(c)) ++signs;
    if (c == '[' || c == '{') {
      if (++depth == limits.depth + 1) too_deep = byte;
      if (depth == 1) {
        outermost = byte;
        signs = 0;
      }
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
    if (depth > most_brackets) {
      reporter.report(base::Code::too_deep, source.place(too_deep),
                      "lists and maps stand more than " + std::to_string(limits.depth) + " deep inside each other",
                      "check brackets and indentation; no document needs that");
      return false;
    }
    if (signs > most_signs) {
      reporter.report(base::Code::too_large, source.place(outermost),
                      "a list or map in brackets holds more than " + std::to_string(most_signs) + " signs",
                      "write it as a block, or close the bracket");
      return false;
    }
    const bool quoted =
        depth > 0 && (c == '"' || c == '\'') && std::string_view{"[{,:\n"}.find(before) != std::string_view::npos;
    byte = quoted ? after_quotes(source, byte) : byte + 1;
    if (c != ' ') before = c;
  }
  return true;
}

bool has_content(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (is_content(line) && !is_bare_start(line)) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

bool prescan_yaml(const Source& source, base::Reporter& reporter, const Limits& limits) {
  if (!check_markers(source, reporter)) return false;
  if (!has_content(source.text())) {
    reporter.report(base::Code::empty_document, source.whole_file(), "the file holds nothing",
                    "a map without entries is written `{}`");
    return false;
  }
  return check_brackets(source, reporter, limits);
}

}  // namespace vertebra::document
