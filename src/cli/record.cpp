#include "cli/record.hpp"

#include <algorithm>
#include <string_view>

#include "cli/files.hpp"

namespace vertebra::cli {
namespace {

constexpr std::size_t width = 80;

// Words of `text` in lines that fit, the first after "  - ", the others below it.
void add_item(std::string& out, std::string_view text) {
  std::string line = "  - ";
  bool fresh = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!fresh && line.size() + 1 + word.size() > width) {
      out += line + "\n";
      line = "    ";
      fresh = true;
    }
    line.append(fresh ? "" : " ").append(word);
    fresh = false;
  }
  out += line + "\n";
}

std::string told(const fhir::ReadResult& read, const std::string& name) {
  std::string out = "\nREAD FROM " + name + "\n";
  if (read.evidence.empty()) out += "  Nothing that these rules ask for.\n";
  for (const fhir::Evidence& each : read.evidence) {
    add_item(out, each.fact + ": " + each.resource + ", " + each.element);
  }
  if (read.skipped.empty()) return out;
  out += "\nNOT USED\n";
  for (const fhir::Skipped& each : read.skipped) add_item(out, each.resource + ": " + each.reason);
  return out;
}

}  // namespace

Reply read_fhir(const std::string& path, const std::string& folder, const Engine& engine, Date as_of,
                Patient& patient) {
  const auto loaded = fhir::load_mapping(folder, engine.rule_set());
  if (!loaded.mapping) return refused(loaded.diagnostics);
  const auto input = read_input(path, fhir_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) return refused({*problem});
  const auto& [name, text] = std::get<Input>(input);
  const auto read = fhir::read_record(*loaded.mapping, text, name, as_of, patient);
  if (!read) return refused(read.diagnostics);
  return {Exit::done, told(read, name), listed(read.diagnostics)};
}

}  // namespace vertebra::cli
