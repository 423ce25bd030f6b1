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
  result.skipped.push_back({name_of(patient), "the patient is recorded as having died, so nothing was read"});
  return result;
}

ReadResult answered(Findings findings, Patient& patient) {
  ReadResult result;
  result.skipped = std::move(findings.skipped);
  for (Finding& each : findings.found) {
    if (const Status status = patient.set(each.fact, each.answer)) {
      for (Evidence& evidence : each.evidence) result.evidence.push_back(std::move(evidence));
    } else {
      result.skipped.push_back({each.evidence.front().resource, "`" + each.fact + "`: " + status.problem().message});
    }
  }
  return result;
}

}  // namespace

ReadResult read_record(const Mapping& mapping, std::string_view json, std::string_view name, Date as_of,
                       Patient& patient) {
  const auto parsed = parse_record(json);
  if (const auto* problem = std::get_if<JsonProblem>(&parsed)) {
    ReadResult result;
    result.diagnostics.push_back(placed(*problem, json, name));
    return result;
  }
  const Record& record = std::get<Record>(parsed);
  const Person person{record};
  if (!person.is_one())
    return refused(base::Code::not_fhir, "the record is about more than one patient", "give one patient at a time",
                   name);
  if (person.patient() != nullptr && is_dead(*person.patient(), as_of)) return of_the_dead(*person.patient(), name);
  return answered(find_answers(mapping.state(), record, person, as_of), patient);
}

}  // namespace vertebra::fhir
