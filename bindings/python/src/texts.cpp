#include <string>

#include <pybind11/pybind11.h>

#include <vertebra/vertebra.hpp>

#include "bindings.hpp"
#include "plain.hpp"
#include "refused.hpp"
#include "rule_set.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

py::object format(const std::string& text, const std::string& name) {
  FormatResult result = format_yaml(text, name);
  refuse_errors("RuleSetError", std::move(result.diagnostics));
  return plain(result.text);
}

}  // namespace

void bind_texts(py::module_& module) {
  module.def("version", [] { return plain(std::string_view{version()}); });
  module.def("format_yaml", &format, py::arg("text"), py::arg("name"));
  module.def(
      "graph_dot", [](const LoadedRules& rules) { return plain(graph_dot(rules.rule_set)); }, py::arg("rule_set"));
  module.def(
      "graph_mermaid", [](const LoadedRules& rules) { return plain(graph_mermaid(rules.rule_set)); },
      py::arg("rule_set"));
  module.def(
      "influenced_by",
      [](const LoadedRules& rules, const std::string& fact) { return plain(influenced_by(rules.rule_set, fact)); },
      py::arg("rule_set"), py::arg("fact"));
  module.def(
      "rests_on",
      [](const LoadedRules& rules, const std::string& treatment) { return plain(rests_on(rules.rule_set, treatment)); },
      py::arg("rule_set"), py::arg("treatment"));
}

}  // namespace vertebra::python
