#include <pybind11/pybind11.h>

#include <vertebra/vertebra.hpp>

#include "bindings.hpp"
#include "plain.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

py::object text(const Outcome& self, int width, bool color) {
  return plain(to_text(self, {.color = color, .width = width}));
}

}  // namespace

void bind_outcome(py::module_& module) {
  py::class_<Outcome>(module, "Outcome")
      .def("as_of", [](const Outcome& self) { return plain(self.as_of()); })
      .def("profile", [](const Outcome& self) { return plain(self.profile()); })
      .def("hash", [](const Outcome& self) { return plain(self.hash()); })
      .def("guides", [](const Outcome& self) { return plain(self.guides()); })
      .def("care", [](const Outcome& self) { return plain(self.care()); })
      .def("red_flags", [](const Outcome& self) { return plain(self.red_flags()); })
      .def("treatments", [](const Outcome& self) { return plain(self.treatments()); })
      .def("scores", [](const Outcome& self) { return plain(self.scores()); })
      .def("certain_first", [](const Outcome& self) { return plain(self.certain_first()); })
      .def("conflicts", [](const Outcome& self) { return plain(self.conflicts()); })
      .def("notices", [](const Outcome& self) { return plain(self.notices()); })
      .def("first_place_stability", [](const Outcome& self) { return plain(first_place_stability(self)); })
      .def("rule_truths", [](const Outcome& self) { return plain(rule_truths(self)); })
      .def("to_json", [](const Outcome& self) { return plain(self.to_json()); })
      .def("to_text", &text);
}

}  // namespace vertebra::python
