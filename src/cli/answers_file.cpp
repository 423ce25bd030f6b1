#include "cli/answers_file.hpp"

#include <filesystem>
#include <system_error>
#include <variant>

#include <vertebra/vocabulary.hpp>

#include "cli/files.hpp"

namespace vertebra::cli {
namespace {

constexpr std::string_view header =
    "# Kept by `vertebra ask`, which goes on from here. `unknown` was asked and not known.\n";
constexpr std::string_view unknown_mark = ": unknown";

// The facts that save() marked; an `unknown` that a person wrote otherwise is asked once more.
void read_unknowns(const Engine& engine, std::string_view text, Known& known) {
  for (const std::string& line : split(text, '\n')) {
    if (!line.ends_with(unknown_mark)) continue;
    if (const auto fact = engine.fact(std::string_view{line}.substr(0, line.size() - unknown_mark.size())))
      known.unknown.insert(fact->index);
  }
}

}  // namespace

Reply AnswersFile::load(const Engine& engine, Known& known) const {
  std::error_code error;
  if (path_.empty() || !std::filesystem::exists(path_, error)) return {};
  const auto input = read_input(path_, patient_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) return refused({*problem});
  const auto& [name, text] = std::get<Input>(input);
  const auto read = read_patient(known.patient, text, name);
  if (!read) return refused(read.diagnostics);
  read_unknowns(engine, text, known);
  return {Exit::done, {}, listed(read.diagnostics)};
}

std::optional<Diagnostic> AnswersFile::save(const Engine& engine, const Known& known) const {
  if (path_.empty()) return std::nullopt;
  std::string text = to_yaml(known.patient);
  if (text == "{}\n" && !known.unknown.empty()) text.clear();
  const auto all = facts(engine.rule_set());
  for (const std::uint32_t fact : known.unknown) text.append(all[fact].id).append(unknown_mark).append("\n");
  return replace_file(path_, std::string{header} + text);
}

}  // namespace vertebra::cli
