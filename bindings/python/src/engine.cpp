#include <memory>
#include <string>

#include <pybind11/pybind11.h>

#include <vertebra/vertebra.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "date.hpp"
#include "engine_object.hpp"
#include "plain.hpp"
#include "refused.hpp"
#include "rule_set.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

using EnginePointer = std::shared_ptr<SharedEngine>;

Outcome evaluate(SharedEngine& self, py::handle patient, py::handle as_of) {
  const Date day = date_from(as_of);
  return with_patient(self, patient, [&](Evaluator& evaluator, const Patient& known) -> Outcome {
    return evaluator.evaluate(known, day);
  });
}

void set(PatientObject& self, py::handle fact, py::handle value) {
  const Status status = set_answer(*self.engine, self.patient, fact, value);
  if (!status) throw Refused{"PatientError", {status.problem()}};
}

// All of them or none.
void update(PatientObject& self, py::handle answers) {
  Patient changed{self.patient};
  set_answers(*self.engine, changed, answers);
  self.patient = std::move(changed);
}

py::object read(PatientObject& self, const std::string& text, const std::string& name) {
  PatientResult result = read_patient(self.patient, text, name);
  refuse_errors("PatientError", result.diagnostics);
  return plain(result.diagnostics);
}

PatientObject make_patient(const EnginePointer& engine, const py::object& answers) {
  PatientObject made{engine, Patient{engine->engine()}};
  if (!answers.is_none()) set_answers(*engine, made.patient, answers);
  return made;
}

}  // namespace

void bind_engine(py::module_& module) {
  py::class_<SharedEngine, EnginePointer>(module, "Engine")
      .def(py::init([](const LoadedRules& rules) { return std::make_shared<SharedEngine>(rules.rule_set); }))
      .def("_evaluate", &evaluate);
  py::class_<PatientObject>(module, "Patient")
      .def(py::init(&make_patient), py::arg("engine"), py::arg("answers") = py::none())
      .def("set", &set, py::arg("fact"), py::arg("answer"))
      .def("update", &update, py::arg("answers"))
      .def("clear", [](PatientObject& self) { self.patient.clear(); })
      .def("copy", [](const PatientObject& self) { return self; })
      .def("__copy__", [](const PatientObject& self) { return self; })
      .def("__deepcopy__", [](const PatientObject& self, py::handle) { return self; })
      .def("_read", &read);
}

}  // namespace vertebra::python
