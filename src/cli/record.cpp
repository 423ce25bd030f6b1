#include "cli/record.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "cli/terminal.hpp"

namespace vertebra::cli {
namespace {

void add_item(std::string& out, std::string_view text) { out += hanging("  - ", text); }

void add_found(std::string& out, const std::vector<fhir::FoundFact>& facts) {
  for (const fhir::FoundFact& found : facts)
    for (const fhir::Evidence& each : found.evidence)
      add_item(out,
               found.fact + ": " + each.resource + ", " + each.element + (each.date.empty() ? "" : ", ") + each.date);
}

void add_skipped(std::string& out, const std::vector<fhir::Skipped>& skipped) {
  for (const fhir::Skipped& each : skipped) {
    const std::string many = each.count == 0   ? ""
                             : each.count == 1 ? "1 entry: "
                                               : std::to_string(each.count) + " entries: ";
    add_item(out, each.resource + ": " + many + (each.fact.empty() ? "" : "`" + each.fact + "`: ") +
                      std::string{each.reason});
  }
}

bool says_little(const fhir::UnknownFact& unknown) { return unknown.cause >= fhir::Cause::list_incomplete; }

// Facts with a cause of their own one by one; those of which the record says nothing in one line for each reason.
void add_unknown(std::string& out, const std::vector<fhir::UnknownFact>& unknown) {
  std::vector<std::pair<std::string_view, std::size_t>> counts;
  for (const fhir::UnknownFact& each : unknown) {
    if (!says_little(each)) {
      add_item(out, each.fact + ": " + std::string{each.reason} + " (" + each.resource + ")");
      continue;
    }
    const auto same = [&](const auto& count) { return count.first == each.reason; };
    const auto found = std::find_if(counts.begin(), counts.end(), same);
    if (found == counts.end())
      counts.emplace_back(each.reason, 1);
    else
      ++found->second;
  }
  for (const auto& [reason, count] : counts)
    add_item(out, std::to_string(count) + (count == 1 ? " fact: " : " facts: ") + std::string{reason});
}

// The largest record: a bundle may not be larger, a file of many lines may.
constexpr std::size_t record_limit = std::size_t{1} << 30;

}  // namespace

std::variant<ReadFile, Reply> read_fhir(const Arguments& arguments, const Engine& engine, Date as_of,
                                        Patient& patient) {
  const auto loaded = fhir::load_mapping(arguments.get("mapping", arguments.get("rules")), engine.rule_set());
  if (!loaded.mapping) return refused(loaded.diagnostics);
  const auto input = read_input(arguments.get("fhir"), record_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) return refused({*problem});
  const auto& [name, text] = std::get<Input>(input);
  fhir::ReadOptions options;
  options.strict = arguments.find("strict").has_value();
  options.patient_id = arguments.get("patient-id");
  options.complete = split(arguments.get("complete"));
  ReadFile read{name, fhir::read_record(*loaded.mapping, text, name, as_of, patient, options)};
  if (!read.result) return refused(read.result.diagnostics);
  return read;
}

std::string told(const ReadFile& read) {
  std::string out = "\nREAD FROM " + read.name + "\n";
  if (read.result.facts.empty()) out += "  Nothing that these rules ask for.\n";
  add_found(out, read.result.facts);
  if (!read.result.skipped.empty()) out += "\nNOT USED\n";
  add_skipped(out, read.result.skipped);
  if (!read.result.unknown.empty()) out += "\nSTILL UNKNOWN\n";
  add_unknown(out, read.result.unknown);
  return out;
}

}  // namespace vertebra::cli
