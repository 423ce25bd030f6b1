#include <vertebra/what_if.hpp>

#include <string>

#include <pybind11/pybind11.h>

#include <vertebra/engine.hpp>

#include "bindings.hpp"
#include "date.hpp"
#include "engine_object.hpp"
#include "plain.hpp"
#include "refused.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

// The members in their order, whether there are none, then JSON and text.
py::object plain_difference(const Difference& said) {
  return row(said.scopes, said.care, said.red_flags, said.treatments, said.scores, said.no_longer_asked,
             said.newly_asked, said.conflicts_gone, said.conflicts_new, said.notices_gone, said.notices_new, said.as_of,
             said.profile, said.hash, said.empty(), to_json(said), to_text(said));
}

py::object what_if(SharedEngine& self, py::handle patient, py::handle changed, py::handle as_of) {
  const Date day = date_from(as_of);
  return with_patient(self, patient, [&](Evaluator& evaluator, const Patient& before) -> py::object {
    return with_patient(self, changed, [&](Evaluator&, const Patient& after) -> py::object {
      return plain_difference(evaluator.what_if(before, after, day));
    });
  });
}

Goal goal_from(const std::string& text) {
  if (const auto goal = read_goal(text)) return *goal;
  throw py::value_error{"the goal is `care`, `first` or `offered:TREATMENT`, as in offered:ibuprofen"};
}

py::object counterfactuals(SharedEngine& self, py::handle patient, const std::string& text, py::handle as_of) {
  const Date day = date_from(as_of);
  const Goal goal = goal_from(text);
  return with_patient(self, patient, [&](Evaluator& evaluator, const Patient& known) -> py::object {
    const CounterfactualReply reply = evaluator.counterfactuals(known, day, goal);
    if (!reply.counterfactuals) throw Refused{"QuestionError", {reply.problem}};
    const Counterfactuals& said = *reply.counterfactuals;
    return row(text, said.reached_already, said.complete, said.sets, said.now, said.treatment_label, said.as_of,
               said.profile, said.hash, to_json(said), to_text(said));
  });
}

}  // namespace

void bind_what_if(py::module_& module) {
  module.def("what_if", &what_if);
  module.def("counterfactuals", &counterfactuals);
}

}  // namespace vertebra::python
