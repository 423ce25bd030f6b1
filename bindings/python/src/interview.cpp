#include <vertebra/interview.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <pybind11/pybind11.h>

#include <vertebra/engine.hpp>

#include "bindings.hpp"
#include "date.hpp"
#include "engine_object.hpp"
#include "plain.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

constexpr std::array<std::string_view, 4> until_words{"care", "verdicts", "rank", "everything"};

Until until_from(std::string_view word) {
  const auto found = std::ranges::find(until_words, word);
  if (found != until_words.end()) return static_cast<Until>(found - until_words.begin());
  throw py::value_error{"`until` is care, verdicts, rank or everything"};
}

py::object plain_question(const Question& question) {
  py::list changes;
  for (const Change each : all_changes) {
    if (question.could_change.has(each)) changes.append(plain(to_string(each)));
  }
  return row(question.fact, question.ask, question.panel, py::object{py::tuple{changes}}, question.decides_scope,
             question.could_raise, question.verdicts, question.points, question.by_none);
}

py::object ask_next(SharedEngine& self, py::handle patient, py::handle as_of, const std::string& until) {
  const Date day = date_from(as_of);
  const Until enough = until_from(until);
  return with_patient(self, patient, [&](Evaluator& evaluator, const Patient& known) -> py::object {
    py::list result;
    for (const Question& each : evaluator.ask_next(known, day, enough)) result.append(plain_question(each));
    return py::tuple{result};
  });
}

// The places of the first page in a list of (panel, by_none).
py::object page(const py::list& questions) {
  std::vector<std::string> panels;
  for (const py::handle each : questions) panels.push_back(each.cast<py::tuple>()[0].cast<std::string>());
  std::vector<Question> list;
  for (const py::handle each : questions) {
    Question question;
    question.id = FactId{static_cast<std::uint32_t>(list.size())};
    question.panel = panels[list.size()];
    question.by_none = each.cast<py::tuple>()[1].cast<bool>();
    list.push_back(question);
  }
  py::list result;
  for (const Question& each : first_page(list)) result.append(each.id.index);
  return result;
}

}  // namespace

void bind_interview(py::module_& module) {
  module.def("ask_next", &ask_next);
  module.def("first_page", &page);
}

}  // namespace vertebra::python
