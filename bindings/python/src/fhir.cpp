#include <vertebra/fhir.hpp>

#include <string>

#include <pybind11/pybind11.h>

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

// (evidence, skipped, warnings); the patient is changed.
py::object read(const MappingObject& mapping, const std::string& json, const std::string& name, py::handle as_of,
                PatientObject& patient) {
  if (mapping.rule_set.shared_state() != patient.engine->engine().rule_set().shared_state())
    throw py::value_error{"the mapping was loaded for other rules than the patient's"};
  const Date day = date_from(as_of);
  fhir::ReadResult result = fhir::read_record(mapping.mapping, json, name, day, patient.patient);
  refuse_errors("RecordError", result.diagnostics);
  py::list evidence;
  for (const auto& each : result.evidence) evidence.append(row(each.fact, each.resource, each.element));
  py::list skipped;
  for (const auto& each : result.skipped) skipped.append(row(each.resource, each.reason));
  return py::make_tuple(evidence, skipped, plain(result.diagnostics));
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
