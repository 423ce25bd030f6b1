#include "base/reporter.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.hpp"

namespace vertebra::base {
namespace {

// A file of one long line, or with a mistake a byte, must not make messages many times larger than itself.
constexpr std::size_t longest_excerpt_bytes = 4096;
constexpr std::size_t most_excerpts = 1000;

std::string code_text(Code code) {
  std::string digits = std::to_string(static_cast<int>(code));
  return "V" + std::string(4 - digits.size(), '0') + digits;
}

std::string hyphened(std::string_view name) {
  std::string result{name};
  std::replace(result.begin(), result.end(), '_', '-');
  return result;
}

std::string excerpt_of(const Files& files, const Place& place) {
  const std::string_view line = files.line(place.file, place.line);
  return line.size() > longest_excerpt_bytes ? std::string{} : visible(line);
}

auto order(const Place& place) { return std::tuple{place.file, place.line, place.column}; }

bool same(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.code, a.file, a.line, a.column, a.length, a.message, a.help) ==
         std::tie(b.code, b.file, b.line, b.column, b.length, b.message, b.help);
}

// Equal ones stand next to each other only where their places are equal, so looking back at that place is enough.
bool repeats(const std::vector<Diagnostic>& earlier, const Diagnostic& diagnostic) {
  for (auto at = earlier.rbegin(); at != earlier.rend(); ++at) {
    if (at->file != diagnostic.file || at->line != diagnostic.line || at->column != diagnostic.column) return false;
    if (same(*at, diagnostic)) return true;
  }
  return false;
}

}  // namespace

Diagnostic make_diagnostic(Code code, std::string message, std::string help) {
  const CodeInfo& about = info(code);
  Diagnostic result;
  result.severity = about.severity;
  result.code = code_text(code);
  result.name = hyphened(about.name);
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

void Reporter::report(Code code, Place place, std::string message, std::string help) {
  Diagnostic diagnostic = make_diagnostic(code, std::move(message), std::move(help));
  diagnostic.file = files_.name(place.file);
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.length = std::max(place.length, 1);
  if (diagnostic.severity == Severity::error) ++errors_;
  entries_.push_back({place, std::move(diagnostic)});
}

std::vector<Diagnostic> Reporter::take() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return order(a.place) < order(b.place); });
  std::vector<Diagnostic> result;
  for (Entry& entry : entries_) {
    if (repeats(result, entry.diagnostic)) continue;
    if (result.size() < most_excerpts) entry.diagnostic.excerpt = excerpt_of(files_, entry.place);
    result.push_back(std::move(entry.diagnostic));
  }
  entries_.clear();
  errors_ = 0;
  return result;
}

}  // namespace vertebra::base
