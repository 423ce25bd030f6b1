#include "answers.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <pybind11/pybind11.h>

#include "python_value.hpp"
#include "refused.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

// Asks the engine to refuse an answer of another kind, so that the message is the one of every door.
Status wrong_type(const SharedEngine& engine, Patient& patient, FactId fact) {
  return engine.kind(fact) == FactKind::boolean ? patient.set(fact, Quantity{}) : patient.set(fact, false);
}

// (3, 6) or ("3 wk", "6 wk").
std::optional<Status> set_range(Patient& patient, FactId fact, py::handle value) {
  const auto ends = py::reinterpret_borrow<py::sequence>(value);
  if (ends.size() != 2) return std::nullopt;
  const py::object low = ends[0];
  const py::object high = ends[1];
  const auto low_text = text(low);
  const auto high_text = text(high);
  if (low_text && high_text) return patient.set_text(fact, std::string{*low_text} + " .. " + std::string{*high_text});
  if (boolean(low) || boolean(high)) return std::nullopt;
  const auto from = number(low);
  const auto to = number(high);
  if (from && to) return patient.set(fact, range(*from, *to, {}));
  return std::nullopt;
}

std::optional<Status> set_choices(Patient& patient, FactId fact, py::handle value) {
  Choice answer;
  for (const py::handle member : value) {
    const auto word = text(member);
    if (!word) return std::nullopt;
    answer.members.emplace_back(*word);
  }
  return patient.set(fact, answer);
}

std::optional<Status> set_several(const SharedEngine& engine, Patient& patient, FactId fact, py::handle value) {
  const bool ordered = PyTuple_Check(value.ptr()) || PyList_Check(value.ptr());
  if (ordered && engine.kind(fact) == FactKind::quantity) return set_range(patient, fact, value);
  if ((ordered || PyAnySet_Check(value.ptr())) && engine.kind(fact) == FactKind::choice)
    return set_choices(patient, fact, value);
  return std::nullopt;
}

Status set_value(const SharedEngine& engine, Patient& patient, FactId fact, py::handle value) {
  if (is_missing(value)) return patient.set(fact, Unknown{});
  if (const auto said = boolean(value)) return patient.set(fact, *said);
  if (const auto words = text(value)) return patient.set_text(fact, *words);
  if (const auto amount = number(value)) {
    return std::isnan(*amount) ? patient.set(fact, Unknown{}) : patient.set(fact, quantity(*amount, {}));
  }
  if (auto status = set_several(engine, patient, fact, value)) return *status;
  return wrong_type(engine, patient, fact);
}

Status with_type(const Status& status, py::handle value) {
  constexpr std::string_view wrong_type_code = "V0702";
  if (status || status.problem().code != wrong_type_code) return status;
  Diagnostic problem = status.problem();
  problem.message += ", not a `" + type_name(value) + "`";
  return Status{std::move(problem)};
}

}  // namespace

Status set_answer(const SharedEngine& engine, Patient& patient, py::handle fact, py::handle value) {
  const auto id = text(fact);
  if (!id) throw py::type_error{"the id of a fact is a string, not a `" + type_name(fact) + "`"};
  const auto known = engine.engine().fact(*id);
  if (!known) return patient.set(*id, Unknown{});
  return with_type(set_value(engine, patient, *known, value), value);
}

void set_answers(const SharedEngine& engine, Patient& patient, py::handle answers) {
  if (!PyDict_Check(answers.ptr()) && !py::hasattr(answers, "items")) {
    throw py::type_error{"answers are a mapping from the id of a fact to its value, not a `" + type_name(answers) +
                         "`"};
  }
  std::vector<Diagnostic> problems;
  const auto record = [&](py::handle fact, py::handle value) {
    const Status status = set_answer(engine, patient, fact, value);
    if (!status) problems.push_back(status.problem());
  };
  if (PyDict_Check(answers.ptr())) {
    for (const auto& [fact, value] : py::reinterpret_borrow<py::dict>(answers)) record(fact, value);
  } else {
    for (const py::handle item : answers.attr("items")()) {
      const auto pair = py::reinterpret_borrow<py::object>(item).cast<py::tuple>();
      record(pair[0], pair[1]);
    }
  }
  if (!problems.empty()) throw Refused{"PatientError", std::move(problems)};
}

}  // namespace vertebra::python
