#include <string>
#include <utility>
#include <vector>

#include <pybind11/pybind11.h>

#include <vertebra/cases.hpp>

#include "bindings.hpp"
#include "date.hpp"
#include "engine_object.hpp"
#include "plain.hpp"
#include "refused.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

CaseRun run(const std::string& folder, py::handle as_of, const std::string& profile, const std::string& site,
            const py::list& files) {
  CaseOptions options{.as_of = date_from(as_of), .profile = profile, .site = site, .files = {}};
  for (const py::handle file : files) {
    auto [name, text] = file.cast<std::pair<std::string, std::string>>();
    options.files.push_back({std::move(name), std::move(text)});
  }
  const py::gil_scoped_release released;
  CaseRun result = run_cases(folder, options);
  refuse_errors("RuleSetError", result.diagnostics);
  return result;
}

}  // namespace

void bind_cases(py::module_& module) {
  py::class_<CaseRun>(module, "CaseRun")
      .def("diagnostics", [](const CaseRun& self) { return plain(self.diagnostics); })
      .def("results", [](const CaseRun& self) { return plain(self.results); })
      .def("rules", [](const CaseRun& self) { return plain(self.coverage.rules); })
      .def("covered", [](const CaseRun& self) { return self.coverage.covered(); })
      .def("outcomes", [](const CaseRun& self) { return self.coverage.outcomes(); })
      .def("basis_points", [](const CaseRun& self) { return self.coverage.basis_points(); })
      .def("to_text", [](const CaseRun& self) { return plain(to_text(self)); })
      .def("to_json", [](const CaseRun& self) { return plain(to_json(self)); })
      .def("to_junit", [](const CaseRun& self) { return plain(to_junit(self)); })
      .def("coverage_html", [](const CaseRun& self) { return plain(coverage_html(self)); });
  module.def("run_cases", &run);
  module.def("to_case", [](const PatientObject& patient, const Outcome& outcome, const std::string& name) {
    return plain(to_case(patient.patient, outcome, name));
  });
}

}  // namespace vertebra::python
