#include <vertebra/diagnostic.hpp>

#include <algorithm>

#include "base/sha256.hpp"
#include "base/text.hpp"

namespace vertebra {
namespace {

constexpr std::size_t gutter_width = 5;
constexpr std::size_t widest_excerpt = 160;  // Code points; a longer line is cut around the caret.
constexpr std::size_t before_caret = 60;

std::string place_text(const Diagnostic& diagnostic) {
  if (diagnostic.file.empty()) return {};
  std::string result = diagnostic.file;
  if (diagnostic.line > 0) result += ":" + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) result += ":" + std::to_string(diagnostic.column);
  return result + ": ";
}

std::string code_points(std::string_view text, std::size_t first, std::size_t count) {
  const std::size_t begin = base::offset_of_code_point(text, first);
  const std::size_t end = base::offset_of_code_point(text, first + count);
  return std::string{text.substr(begin, end - begin)};
}

// The part of the line to show, and where in it the caret stands (in code points, from 0).
struct Window {
  std::string text;
  std::size_t caret;
};

Window window(const std::string& line, std::size_t caret) {
  const std::size_t length = base::count_code_points(line);
  if (length <= widest_excerpt) return {line, caret};
  const std::size_t first = caret > before_caret ? std::min(caret - before_caret, length - widest_excerpt) : 0;
  const bool more = first + widest_excerpt < length;
  const std::string text = code_points(line, first, widest_excerpt);
  return {(first > 0 ? "…" : "") + text + (more ? "…" : ""), caret - first + (first > 0 ? 1 : 0)};
}

std::string excerpt_text(const Diagnostic& diagnostic) {
  const std::string line = base::visible(diagnostic.excerpt);
  const std::string number = std::to_string(diagnostic.line);
  const std::string gutter(std::max(number.size(), gutter_width), ' ');
  const Window shown = window(line, static_cast<std::size_t>(std::max(diagnostic.column, 1)) - 1);
  const std::size_t length = base::count_code_points(shown.text);
  const std::size_t room = length > shown.caret ? length - shown.caret : 1;
  const std::size_t marked = std::min(static_cast<std::size_t>(std::max(diagnostic.length, 1)), room);
  std::string result = gutter.substr(number.size()) + number + " | " + shown.text + "\n";
  if (diagnostic.column < 1) return result;
  return result + gutter + " | " + std::string(shown.caret, ' ') + "^" + std::string(marked - 1, '~') + "\n";
}

}  // namespace

const Diagnostic& Status::problem() const noexcept {
  static const Diagnostic none;
  return problem_ ? *problem_ : none;
}

std::string to_string(const Diagnostic& diagnostic) {
  const std::string_view severity = diagnostic.severity == Severity::error ? "error" : "warning";
  std::string result = base::visible(place_text(diagnostic));
  result.append(severity).append("[").append(diagnostic.code).append(" ").append(diagnostic.name).append("]: ");
  result += base::visible(diagnostic.message) + "\n";
  if (diagnostic.line > 0 && !diagnostic.excerpt.empty()) result += excerpt_text(diagnostic);
  if (!diagnostic.help.empty()) result += "   help: " + base::visible(diagnostic.help) + "\n";
  return result;
}

std::string fingerprint(const Diagnostic& diagnostic) {
  return base::sha256_hex(diagnostic.code + '\n' + diagnostic.message).substr(0, 16);
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) noexcept {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

}  // namespace vertebra
