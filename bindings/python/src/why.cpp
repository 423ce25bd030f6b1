#include <vertebra/why.hpp>

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

py::object plain_sources(const std::vector<WhySource>& sources) {
  py::list result;
  for (const WhySource& each : sources) result.append(row(each.id, each.interprets, each.mark));
  return py::tuple{result};
}

py::object plain_node(const WhyNode& node) {
  return row(to_string(node.kind), node.truth, node.depth, node.parent, node.negated, node.repeated, node.id,
             node.second, node.guide, node.says, node.text, node.answer, node.set_aside, node.derived, node.points,
             node.verdict, node.cause, node.score, plain_sources(node.sources));
}

WhyQuestion question_from(const std::string& text) {
  const auto question = read_why_question(text);
  if (question) return *question;
  throw py::value_error{
      "ask `care`, `care:LEVEL`, `red_flag:ID`, `treatment:ID` or `rank:ID,ID`, with ids of the rule set"};
}

// (truth, facts, waits_on, nodes, JSON, text, page, picture).
py::object why(SharedEngine& self, py::handle patient, const std::string& text, py::handle as_of) {
  const Date day = date_from(as_of);
  const WhyQuestion question = question_from(text);
  return with_patient(self, patient, [&](Evaluator& evaluator, const Patient& known) -> py::object {
    const WhyReply reply = evaluator.why(known, day, question);
    if (!reply.why) throw Refused{"QuestionError", {reply.problem}};
    const Why& said = *reply.why;
    py::list nodes;
    for (const WhyNode& each : said.nodes()) nodes.append(plain_node(each));
    return row(said.truth(), said.facts(), said.waits_on(), py::object{py::tuple{nodes}}, said.to_json(), to_text(said),
               to_html(said), why_dot(said));
  });
}

}  // namespace

void bind_why(py::module_& module) { module.def("why", &why); }

}  // namespace vertebra::python
