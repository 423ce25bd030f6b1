#include "cli/record.hpp"

#include "cli/files.hpp"
#include "cli/terminal.hpp"

namespace vertebra::cli {
namespace {

std::string told(const fhir::ReadResult& read, const std::string& name) {
  std::string out = "\nREAD FROM " + name + "\n";
  if (read.evidence.empty()) out += "  Nothing that these rules ask for.\n";
  for (const fhir::Evidence& each : read.evidence) {
    out += hanging("  - ", each.fact + ": " + each.resource + ", " + each.element);
  }
  if (read.skipped.empty()) return out;
  out += "\nNOT USED\n";
  for (const fhir::Skipped& each : read.skipped) out += hanging("  - ", each.resource + ": " + each.reason);
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
