#include "rule_set.hpp"

#include <string>

#include <pybind11/pybind11.h>

#include <vertebra/diagnostic_codes.hpp>

#include "bindings.hpp"
#include "date.hpp"
#include "plain.hpp"
#include "refused.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

LoadedRules accepted(LoadResult loaded) {
  if (!loaded.rule_set) throw Refused{"RuleSetError", std::move(loaded.diagnostics)};
  return {*std::move(loaded.rule_set), std::move(loaded.diagnostics)};
}

LoadedRules load(const std::string& folder, const std::string& profile, const std::string& site,
                 const std::string& language) {
  const py::gil_scoped_release released;
  return accepted(load_rule_set(folder, profile, {.site = site, .language = language}));
}

py::bytes image_of(const LoadedRules& rules) { return to_image(rules.rule_set); }

LoadedRules load_compiled(const py::bytes& image, const std::string& name) {
  const std::string_view bytes = image;
  const py::gil_scoped_release released;
  return accepted(load_image(bytes, name));
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

Diagnostic no_rules(std::string_view missing) {
  constexpr std::string_view name = "missing-document";
  Diagnostic problem;
  for (const DiagnosticCode& each : diagnostic_codes())
    if (each.name == name) problem.code = each.code;
  problem.name = name;
  problem.message = "a compiled rule set has no " + std::string{missing};
  problem.help = "load the folder of its rules";
  return problem;
}

}  // namespace

const RuleSet& with_rules(const LoadedRules& loaded, std::string_view missing) {
  if (loaded.rule_set.is_compiled()) throw Refused{"RuleSetError", {no_rules(missing)}};
  return loaded.rule_set;
}

void bind_rule_set(py::module_& module) {
  py::class_<LoadedRules>(module, "RuleSet")
      .def_property_readonly("profile", [](const LoadedRules& self) { return plain(self.rule_set.profile()); })
      .def_property_readonly("hash", [](const LoadedRules& self) { return plain(self.rule_set.hash()); })
      .def_property_readonly("language", [](const LoadedRules& self) { return plain(self.rule_set.language()); })
      .def_property_readonly("is_compiled", [](const LoadedRules& self) { return self.rule_set.is_compiled(); })
      .def_property_readonly("_diagnostics", [](const LoadedRules& self) { return plain(self.diagnostics); })
      .def("_facts", [](const LoadedRules& self) { return plain(facts(self.rule_set)); })
      .def("_treatments", [](const LoadedRules& self) { return plain(treatments(with_rules(self, "catalogue"))); })
      .def("_guides", [](const LoadedRules& self) { return plain(guides(with_rules(self, "guides"))); })
      .def("_rules", [](const LoadedRules& self) { return plain(rules(self.rule_set)); })
      .def("_strengths", [](const LoadedRules& self) { return plain(strengths(self.rule_set)); });
  module.def("load_rule_set", &load);
  module.def("to_image", &image_of, py::arg("rule_set"));
  module.def("load_image", &load_compiled);
  module.def("check_rule_set", &check);
}

}  // namespace vertebra::python
