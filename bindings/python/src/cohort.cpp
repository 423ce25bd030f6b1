#include <memory>
#include <string>
#include <vector>

#include <pybind11/pybind11.h>

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
  void add(Column column) { columns.push_back(std::move(column)); }
  void add_all(std::vector<Column> more) {
    for (Column& column : more) add(std::move(column));
  }

  std::vector<Column> columns;
};

// One column of a result as a buffer that NumPy reads in place.
struct View {
  std::shared_ptr<const CohortColumns> columns;
  const OutputColumn* column;

  py::buffer_info buffer() const {
    if (column->meaning == Meaning::number)
      return {const_cast<std::int32_t*>(column->numbers.data()), std::ssize(column->numbers), true};
    return {const_cast<std::int8_t*>(column->codes.data()), std::ssize(column->codes), true};
  }
};

struct Result {
  std::shared_ptr<const CohortColumns> columns;

  // (name, meaning, labels) of each.
  py::object names() const {
    constexpr std::string_view meanings[] = {"label", "number", "boolean"};
    py::list result;
    for (const OutputColumn& each : columns->columns)
      result.append(row(each.name, meanings[static_cast<int>(each.meaning)], each.labels));
    return py::tuple{result};
  }

  // (fact, patients, care, verdicts, scores, cautions) of each.
  py::object questions() const {
    py::list result;
    for (const auto& [fact, patients, changes] : columns->questions)
      result.append(row(fact, patients, changes[0], changes[1], changes[2], changes[3]));
    return py::tuple{result};
  }

  View view(std::size_t index) const { return {columns, &columns->columns.at(index)}; }
};

CohortParts parts_from(const py::handle names) {
  const auto has = [&](const char* name) { return names.attr("__contains__")(name).cast<bool>(); };
  return {.care = has("care"),
          .first = has("first"),
          .verdicts = has("verdicts"),
          .causes = has("causes"),
          .scores = has("scores"),
          .ranks = has("ranks"),
          .conflicts = has("conflicts"),
          .questions = has("questions")};
}

Result evaluate(const std::shared_ptr<SharedEngine>& engine, Frame& frame, py::handle as_of, py::handle outputs,
                unsigned threads, const py::object& progress) {
  const CohortInput input{*engine, std::move(frame.columns)};
  CohortOptions options{.as_of = date_from(as_of), .parts = parts_from(outputs), .threads = threads, .meanwhile = {}};
  options.meanwhile = [&](std::size_t done) {
    const py::gil_scoped_acquire held;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set{};
    if (!progress.is_none()) progress(done, input.rows());
  };
  Result result;
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
      .def("view", &Result::view)
      .def("stream", [](const Result& self) { return export_stream(self.columns); });
  module.def("evaluate_cohort", &evaluate);
}

}  // namespace vertebra::python
