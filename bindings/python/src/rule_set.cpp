#include "rule_set.hpp"

#include <string>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "date.hpp"
#include "plain.hpp"
#include "refused.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

LoadedRules load(const std::string& folder, const std::string& profile, const std::string& site,
                 const std::string& language, const std::array<std::string, 4>& origin) {
  const py::gil_scoped_release released;
  LoadResult loaded = load_rule_set(folder, profile, {.site = site, .language = language});
  if (!loaded.rule_set) throw Refused{"RuleSetError", std::move(loaded.diagnostics)};
  return {*std::move(loaded.rule_set), std::move(loaded.diagnostics), origin};
}

py::object check(const std::string& folder, const std::string& site, const py::object& as_of) {
  CheckOptions options{.site = site, .as_of = {}};
  if (!as_of.is_none()) options.as_of = date_from(as_of);
  std::vector<Diagnostic> found;
  {
    const py::gil_scoped_release released;
    found = check_rule_set(folder, options);
  }
  return plain(found);
}

}  // namespace

void bind_rule_set(py::module_& module) {
  py::class_<LoadedRules>(module, "RuleSet")
      .def_property_readonly("profile", [](const LoadedRules& self) { return plain(self.rule_set.profile()); })
      .def_property_readonly("hash", [](const LoadedRules& self) { return plain(self.rule_set.hash()); })
      .def_property_readonly("language", [](const LoadedRules& self) { return plain(self.rule_set.language()); })
      .def_property_readonly("_diagnostics", [](const LoadedRules& self) { return plain(self.diagnostics); })
      .def_property_readonly(
          "_origin",
          [](const LoadedRules& self) { return row(self.origin[0], self.origin[1], self.origin[2], self.origin[3]); })
      .def("_facts", [](const LoadedRules& self) { return plain(facts(self.rule_set)); })
      .def("_treatments", [](const LoadedRules& self) { return plain(treatments(self.rule_set)); })
      .def("_guides", [](const LoadedRules& self) { return plain(guides(self.rule_set)); })
      .def("_rules", [](const LoadedRules& self) { return plain(rules(self.rule_set)); })
      .def("_strengths", [](const LoadedRules& self) { return plain(strengths(self.rule_set)); });
  module.def("load_rule_set", &load);
  module.def("check_rule_set", &check);
}

}  // namespace vertebra::python
