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

template <auto draw>
py::object drawn(const LoadedRules& rules, const std::string& around, const std::string& fact) {
  const std::string picture = draw(with_rules(rules, "graph"), {.around = around, .fact = fact});
  if (picture.empty()) throw py::value_error{"give one of `around`, a treatment or red flag, and `fact`"};
  return plain(picture);
}

template <auto reach>
py::object reached(const LoadedRules& rules, const std::string& id) {
  return plain(reach(with_rules(rules, "graph"), id));
}

template <auto draw>
void bind_picture(py::module_& module, const char* name) {
  module.def(name, &drawn<draw>, py::arg("rule_set"), py::kw_only(), py::arg("around") = "", py::arg("fact") = "");
}

}  // namespace

void bind_texts(py::module_& module) {
  module.def("version", [] { return plain(std::string_view{version()}); });
  module.def("format_yaml", &format, py::arg("text"), py::arg("name"));
  bind_picture<&graph_dot>(module, "graph_dot");
  bind_picture<&graph_mermaid>(module, "graph_mermaid");
  module.def("influenced_by", &reached<&influenced_by>, py::arg("rule_set"), py::arg("fact"));
  module.def(
      "ranked_treatments", [](const LoadedRules& rules) { return plain(ranked_treatments(rules.rule_set)); },
      py::arg("rule_set"));
  module.def("rests_on", &reached<&rests_on>, py::arg("rule_set"), py::arg("treatment"));
  module.def(
      "codes_to_json", [](const LoadedRules& rules) { return plain(codes_to_json(with_rules(rules, "codes"))); },
      py::arg("rule_set"));
}

}  // namespace vertebra::python
