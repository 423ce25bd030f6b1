#include <vertebra/fhir.hpp>

#include <string>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "date.hpp"
#include "engine_object.hpp"
#include "plain.hpp"
#include "refused.hpp"
#include "rule_set.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

struct MappingObject {
  fhir::Mapping mapping;
  RuleSet rule_set;
  std::vector<Diagnostic> diagnostics;
};

MappingObject load(const std::string& folder, const LoadedRules& rules) {
  fhir::MappingResult result = fhir::load_mapping(folder, rules.rule_set);
  if (!result.mapping) throw Refused{"RuleSetError", std::move(result.diagnostics)};
  return {*std::move(result.mapping), rules.rule_set, std::move(result.diagnostics)};
}

// (evidence, unknown, skipped, warnings, report as JSON, patient file); the patient is changed.
py::object read(const MappingObject& mapping, const std::string& json, const std::string& name, py::handle as_of,
                PatientObject& patient, bool strict, const std::string& patient_id, std::vector<std::string> complete) {
  if (mapping.rule_set.shared_state() != patient.engine->engine().rule_set().shared_state())
    throw py::value_error{"the mapping was loaded for other rules than the patient's"};
  const Date day = date_from(as_of);
  const fhir::ReadOptions options{strict, patient_id, std::move(complete)};
  fhir::ReadResult result = fhir::read_record(mapping.mapping, json, name, day, patient.patient, options);
  refuse_errors("RecordError", result.diagnostics);
  py::list evidence;
  for (const auto& found : result.facts)
    for (const auto& each : found.evidence) evidence.append(row(found.fact, each.resource, each.element, each.date));
  py::list unknown;
  for (const auto& each : result.unknown)
    unknown.append(row(each.fact, std::string{fhir::to_string(each.cause)}, each.resource, each.reason));
  py::list skipped;
  for (const auto& each : result.skipped)
    skipped.append(row(each.resource, each.fact, std::string{fhir::to_string(each.cause)}, each.reason, each.count));
  return py::make_tuple(evidence, unknown, skipped, plain(result.diagnostics), fhir::to_json(result),
                        fhir::to_patient_file(result, name, day));
}

}  // namespace

void bind_fhir(py::module_& module) {
  py::class_<MappingObject>(module, "Mapping").def("_diagnostics", [](const MappingObject& self) {
    return plain(self.diagnostics);
  });
  module.def("load_mapping", &load);
  module.def("read_record", &read);
}

}  // namespace vertebra::python
