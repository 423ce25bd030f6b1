#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <pybind11/pybind11.h>

#include <vertebra/rules.hpp>

#include "arrow_export.hpp"
#include "arrow_import.hpp"
#include "bindings.hpp"
#include "cohort_run.hpp"
#include "date.hpp"
#include "plain.hpp"
#include "python_columns.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

// The columns that the package has gathered for one call.
class Frame {
 public:
  void add(InputColumn column) { columns.push_back(std::move(column)); }
  void add_all(std::vector<InputColumn> more) {
    for (InputColumn& column : more) add(std::move(column));
  }

  std::vector<InputColumn> columns;
};

// One column of a result as a buffer that NumPy reads in place.
struct View {
  std::shared_ptr<const ResultColumns> columns;
  const OutputColumn* column;

  py::buffer_info buffer() const {
    return std::visit(
        []<class Cell>(std::span<const Cell> cells) -> py::buffer_info {
          return {const_cast<Cell*>(cells.data()), std::ssize(cells), true};
        },
        column->cells);
  }
};

struct Result {
  std::shared_ptr<SharedEngine> engine;
  std::shared_ptr<const ResultColumns> columns;

  // (name, meaning, labels) of each.
  py::object names() const {
    constexpr std::string_view meanings[] = {"label", "number", "rank", "boolean"};
    py::list result;
    for (const OutputColumn& each : columns->columns)
      result.append(row(each.name, meanings[static_cast<int>(each.meaning)], each.labels));
    return py::tuple{result};
  }

  // (fact, patients, care, verdicts, scores, cautions, first) of each.
  py::object questions() const {
    const auto facts = vertebra::facts(engine->engine().rule_set());
    py::list result;
    for (std::size_t i = 0; i < columns->counts.questions.size(); ++i) {
      const auto& [patients, changes, first] = columns->counts.questions[i];
      result.append(row(facts[i].id, patients, changes[0], changes[1], changes[2], changes[3], first));
    }
    return py::tuple{result};
  }

  // (kind, guide, id, no, unknown, yes) of each.
  py::object rules() const {
    const auto rules = vertebra::rules(engine->engine().rule_set());
    py::list result;
    for (std::size_t i = 0; i < columns->counts.rules.size(); ++i) {
      const auto& [no, unknown, yes] = columns->counts.rules[i];
      result.append(row(rules[i].kind, rules[i].guide, rules[i].id, no, unknown, yes));
    }
    return py::tuple{result};
  }

  // (ranks, other first, other order), each the bytes of unsigned numbers of 64 bits.
  py::object sweep() const {
    const auto bytes = [](const std::vector<std::uint64_t>& counts) {
      return py::bytes{reinterpret_cast<const char*>(counts.data()), counts.size() * sizeof(std::uint64_t)};
    };
    const CohortCounts& counts = columns->counts;
    return py::make_tuple(bytes(counts.ranks), bytes(counts.other_first), bytes(counts.other_order));
  }

  View view(std::size_t index) const { return {columns, &columns->columns.at(index)}; }
};

ResultParts parts_from(const py::handle names) {
  const auto has = [&](const char* name) { return names.attr("__contains__")(name).cast<bool>(); };
  return {.care = has("care"),
          .first = has("first"),
          .certain = has("certain"),
          .verdicts = has("verdicts"),
          .causes = has("causes"),
          .scores = has("scores"),
          .ranks = has("ranks"),
          .conflicts = has("conflicts"),
          .questions = has("questions"),
          .rules = has("rules")};
}

// `points` holds numbers of 32 bits, vector after vector, each as long as the rule set has strength words.
std::unique_ptr<const StrengthSweep> sweep_from(const RuleSet& rule_set, const py::object& points) {
  if (points.is_none()) return nullptr;
  const py::buffer_info info = points.cast<py::buffer>().request();
  return std::make_unique<StrengthSweep>(
      rule_set, std::span{static_cast<const std::int32_t*>(info.ptr), static_cast<std::size_t>(info.size)});
}

Result evaluate(const std::shared_ptr<SharedEngine>& engine, Frame& frame, py::handle as_of, py::handle outputs,
                unsigned threads, const py::object& progress, const py::object& points) {
  const CohortInput input{*engine, std::move(frame.columns)};
  const auto sweep = sweep_from(engine->engine().rule_set(), points);
  RunOptions options{.as_of = date_from(as_of),
                     .parts = parts_from(outputs),
                     .threads = threads,
                     .sweep = sweep.get(),
                     .meanwhile = {}};
  options.meanwhile = [&](std::size_t done) {
    const py::gil_scoped_acquire held;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set{};
    if (!progress.is_none()) progress(done, input.rows());
  };
  Result result{engine, nullptr};
  {
    const py::gil_scoped_release released;
    result.columns = run_cohort(*engine, input, options);
  }
  if (!progress.is_none()) progress(input.rows(), input.rows());
  return result;
}

}  // namespace

void bind_cohort(py::module_& module) {
  py::class_<Frame>(module, "Frame")
      .def(py::init<>())
      .def("add_stream", [](Frame& self, const py::capsule& stream) { self.add_all(frame_from_stream(stream)); })
      .def("add_array", [](Frame& self, const py::capsule& schema,
                           const py::capsule& array) { self.add_all(frame_from_array(schema, array)); })
      .def("column_stream", [](Frame& self, const std::string& name,
                               const py::capsule& stream) { self.add(column_from_stream(name, stream)); })
      .def("column_array", [](Frame& self, const std::string& name, const py::capsule& schema,
                              const py::capsule& array) { self.add(column_from_array(name, schema, array)); })
      .def("column_buffer", [](Frame& self, const std::string& name, const std::string& type, const py::buffer& buffer,
                               bool tristate) { self.add(column_from_buffer(name, type, buffer, tristate)); })
      .def("column_codes", [](Frame& self, const std::string& name, const std::string& type, const py::buffer& codes,
                              const py::list& values) { self.add(column_from_codes(name, type, codes, values)); })
      .def("column_objects", [](Frame& self, const std::string& name, const py::list& values) {
        self.add(column_from_objects(name, values));
      });
  py::class_<View>(module, "View", py::buffer_protocol()).def_buffer(&View::buffer);
  py::class_<Result>(module, "CohortResult")
      .def_property_readonly("rows", [](const Result& self) { return self.columns->rows; })
      .def("names", &Result::names)
      .def("questions", &Result::questions)
      .def("rules", &Result::rules)
      .def("sweep", &Result::sweep)
      .def("view", &Result::view)
      .def("stream", [](const Result& self) { return export_stream(self.columns); });
  module.def("evaluate_cohort", &evaluate);
}

}  // namespace vertebra::python
