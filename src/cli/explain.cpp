#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <vertebra/diagnostic_codes.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/suggestion.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "explain",
      "Says what the code of a problem means, with an example and its mended form. Without a code it lists all of "
      "them.",
      {},
      "vertebra explain V0204",
      "CODE",
  };
  return text;
}

constexpr std::size_t line_width = 80;

std::string wrapped(std::string_view text) {
  std::string out;
  std::size_t column = 0;
  for (const std::string& word : split(text, ' ')) {
    const std::size_t wanted = column + word.size() + (column > 0 ? 1 : 0);
    const bool fits = wanted <= line_width;
    if (column > 0) out += fits ? ' ' : '\n';
    column = fits ? wanted : word.size();
    out += word;
  }
  return out + "\n";
}

std::string indented(std::string_view text) {
  std::string out;
  for (const std::string& line : split(text, '\n')) out.append("  ").append(line).append("\n");
  return out;
}

std::string_view severity_of(const DiagnosticCode& code) {
  return code.severity == Severity::error ? "error" : "warning";
}

std::string list_of_codes() {
  std::string out;
  for (const DiagnosticCode& each : diagnostic_codes())
    out.append(each.code).append("  ").append(each.name).append(": ").append(each.about).append("\n");
  return out;
}

std::string explained(const DiagnosticCode& code) {
  std::string out{code.code};
  out.append(" ").append(code.name).append(" (").append(severity_of(code)).append(")\n\n");
  out += wrapped(code.about) + "\n" + wrapped(code.more);
  if (!code.example.empty()) out += "\nThis shows it:\n\n" + indented(code.example);
  if (!code.mended.empty()) out += "\nMended:\n\n" + indented(code.mended);
  return out;
}

// By its number or by its name.
bool is_meant(const DiagnosticCode& code, std::string_view word) { return code.code == word || code.name == word; }

std::variant<std::string, Reply> explained(const std::string& word) {
  std::vector<std::string> known;
  for (const DiagnosticCode& each : diagnostic_codes()) {
    if (is_meant(each, word)) return explained(each);
    known.emplace_back(each.code);
    known.emplace_back(each.name);
  }
  const std::string near = suggestion(word, known);
  return wrong_use(program_name(usage()), "`" + word + "` is not the code of a problem",
                   near.empty() ? "`vertebra explain` lists them all" : near);
}

Reply explain(const Arguments& arguments) {
  if (arguments.rest().empty()) return {Exit::done, list_of_codes(), {}};
  std::string out;
  for (const std::string& word : arguments.rest()) {
    const auto text = explained(word);
    if (const auto* reply = std::get_if<Reply>(&text)) return *reply;
    out.append(out.empty() ? "" : "\n").append(std::get<std::string>(text));
  }
  return {Exit::done, out, {}};
}

}  // namespace

Reply run_explain(const Words& words) { return run_command(usage(), words, explain); }

}  // namespace vertebra::cli
