#include <utility>
#include <variant>

#include "base/reporter.hpp"
#include "base/text.hpp"
#include "fhir/findings.hpp"
#include "fhir/record_reader.hpp"

namespace vertebra::fhir {
namespace {

// Where reading stopped. The line itself is not shown: it holds what patients told.
Diagnostic placed(const JsonProblem& problem, std::string_view json, std::string_view name) {
  Diagnostic diagnostic = base::make_diagnostic(problem.code, problem.message, problem.help);
  diagnostic.file = name;
  const std::string_view before = json.substr(0, problem.offset);
  if (problem.offset == 0 || base::first_invalid_utf8(before)) return diagnostic;
  std::size_t line_start = before.rfind('\n');
  line_start = line_start == std::string_view::npos ? 0 : line_start + 1;
  diagnostic.line = 1;
  for (const char c : before) diagnostic.line += c == '\n' ? 1 : 0;
  diagnostic.column = static_cast<int>(base::count_code_points(before.substr(line_start))) + 1;
  return diagnostic;
}

ReadResult refused(base::Code code, std::string message, std::string help, std::string_view name) {
  ReadResult result;
  result.diagnostics.push_back(base::make_diagnostic(code, std::move(message), std::move(help)));
  result.diagnostics.back().file = name;
  return result;
}

// Nothing is advised for the dead.
ReadResult of_the_dead(const Resource& patient, std::string_view name) {
  ReadResult result = refused(base::Code::fhir_skipped, "the patient is recorded as having died, so nothing was read",
                              "check that this is the right record", name);
  result.skipped.push_back(
      {name_of(patient), {}, Cause::refused_status, "the patient is recorded as having died, so nothing was read", 0});
  return result;
}

constexpr std::string_view not_an_answer = "what it says is no answer that the fact can have";

ReadResult answered(Findings findings, Patient& patient) {
  ReadResult result;
  result.skipped = std::move(findings.skipped);
  result.unknown = std::move(findings.unknown);
  for (FoundFact& each : findings.found) {
    const Status status = patient.set(each.fact, each.answer);
    if (status) {
      result.facts.push_back(std::move(each));
      continue;
    }
    const std::string& resource = each.evidence.front().resource;
    result.unknown.push_back({each.fact, Cause::not_readable, resource, not_an_answer});
    result.skipped.push_back({resource, each.fact, Cause::not_readable, not_an_answer, 0});
  }
  return result;
}

constexpr std::size_t most_shown = 100;

// What a strict reader refuses: everything at once, as far as anybody would read it.
std::vector<Diagnostic> irregularities(const Findings& findings, std::string_view name) {
  std::vector<Diagnostic> result;
  for (const Skipped& each : findings.skipped) {
    if (each.cause != Cause::irregular || result.size() == most_shown) continue;
    const std::string many = each.count > 1 ? " (" + std::to_string(each.count) + " times)" : "";
    result.push_back(base::make_diagnostic(base::Code::irregular_record,
                                           each.resource + ": " + std::string{each.reason} + many,
                                           "mend the record, or read it without the strict mode"));
    result.back().file = name;
  }
  return result;
}

// Which sources are complete, by the names that mappings have for them.
SourceMask mask_of_all(const std::vector<std::string>& names) {
  SourceMask result = 0;
  for (const SourceInfo& each : sources())
    for (const std::string& name : names)
      if (name == each.key) result |= mask_of(each.kind);
  return result;
}

ReadResult read_person(const Mapping::State& mapping, const Record& record, std::string_view name, Date as_of,
                       Patient& patient, const ReadOptions& options) {
  const Person person{record, options.patient_id};
  if (!person.is_found())
    return refused(base::Code::not_fhir, "the record has nothing of the patient who was asked for",
                   "check the id: it stands in the `id` of a Patient", name);
  if (options.patient_id.empty() && person.patients() > 1)
    return refused(base::Code::not_fhir, "the record is about " + std::to_string(person.patients()) + " patients",
                   "give one patient at a time, or say which by the id of the Patient", name);
  if (person.patient() != nullptr && is_dead(*person.patient(), as_of)) return of_the_dead(*person.patient(), name);
  Findings findings = find_answers(mapping, record, person, as_of, mask_of_all(options.complete));
  if (options.strict) {
    ReadResult result;
    result.diagnostics = irregularities(findings, name);
    if (!result.diagnostics.empty()) return result;
  }
  ReadResult result = answered(std::move(findings), patient);
  if (person.patient() != nullptr) result.patient_id = person.patient()->text(Element::id);
  return result;
}

}  // namespace

ReadResult read_record(const Mapping& mapping, std::string_view json, std::string_view name, Date as_of,
                       Patient& patient, const ReadOptions& options) {
  const auto parsed = parse_record(json, mapping.state().kinds);
  if (const auto* problem = std::get_if<JsonProblem>(&parsed)) {
    ReadResult result;
    result.diagnostics.push_back(placed(*problem, json, name));
    return result;
  }
  return read_person(mapping.state(), std::get<Record>(parsed), name, as_of, patient, options);
}

}  // namespace vertebra::fhir
