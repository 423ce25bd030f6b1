#include "document/plain_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace vertebra::document {
namespace {

using namespace std::string_view_literals;

// What other readers of YAML take for something else than text.
constexpr std::array other_types{"yes"sv, "no"sv, "on"sv, "off"sv, "true"sv, "false"sv, "y"sv, "n"sv};

std::string lower(std::string_view text) {
  std::string result{text};
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_null(std::string_view text) { return text == "~" || lower(text) == "null"; }

bool is_numeric(std::string_view text) {
  return text.find_first_not_of("+-0123456789.eExX_:") == std::string_view::npos;
}

// Quotes that were given to such a text are kept: an editor would take it for a number or a truth without them.
bool keeps_quotes(const Node& scalar) {
  return scalar.style == Style::quoted &&
         (is_numeric(scalar.text) ||
          std::find(other_types.begin(), other_types.end(), lower(scalar.text)) != other_types.end());
}

bool begins_plain(std::string_view text) {
  if (text.front() == '-') return text.size() > 1 && text[1] != ' ';
  return "?:,[]{}#&*!|>'\"%@` "sv.find(text.front()) == std::string_view::npos;
}

bool is_plain(std::string_view text, Inside inside) {
  if (text.empty() || text.back() == ' ' || text.back() == ':' || !begins_plain(text) || is_null(text)) return false;
  if (text.starts_with("---") || text.starts_with("...") || text.find('\n') != std::string_view::npos) return false;
  if (inside == Inside::flow && text.find_first_of("?:,[]{}") != std::string_view::npos) return false;
  return text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos;
}

// A text that was read holds no other control characters.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else
      result += c;
  }
  return result + "\"";
}

}  // namespace

bool needs_block(const Node& scalar) noexcept {
  const std::string_view text = scalar.text;
  if (text.find('\n') == std::string_view::npos || text.front() == '\n' || text.front() == ' ') return false;
  return !text.ends_with("\n\n") && text.find(" \n") == std::string_view::npos && text.back() != ' ';
}

std::string scalar_text(const Node& scalar, Inside inside) {
  return is_plain(scalar.text, inside) && !keeps_quotes(scalar) ? scalar.text : quoted(scalar.text);
}

}  // namespace vertebra::document
