#include "arrow_import.hpp"

#include <memory>

#include <pybind11/pybind11.h>

#include "arrow_abi.hpp"
#include "arrow_column.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

template <class Structure>
Structure& inside(const py::capsule& capsule, const char* name) {
  void* const pointer = PyCapsule_GetPointer(capsule.ptr(), name);
  if (pointer == nullptr) throw py::error_already_set{};
  auto& structure = *static_cast<Structure*>(pointer);
  if (structure.release == nullptr) throw py::value_error{"this Arrow capsule was already used"};
  return structure;
}

bool is_frame(const ArrowSchema& schema) noexcept { return std::string_view{schema.format} == "+s"; }

std::vector<InputColumn> empty_frame(const ArrowSchema& schema) {
  if (!is_frame(schema))
    throw py::type_error{"a cohort is a table of named columns, and this Arrow data is one column"};
  std::vector<InputColumn> columns;
  for (std::int64_t child = 0; child < schema.n_children; ++child)
    columns.push_back(empty_column(schema.children[child]->name, *schema.children[child]));
  return columns;
}

std::shared_ptr<const Owned<ArrowArray>> share(ArrowArray& array) { return std::make_shared<Owned<ArrowArray>>(array); }

void append_frame(std::vector<InputColumn>& columns, const ArrowSchema& schema,
                  const std::shared_ptr<const Owned<ArrowArray>>& batch) {
  const ArrowArray& array = **batch;
  if (array.null_count > 0) throw py::value_error{"an Arrow table with rows that are null as a whole is not a cohort"};
  for (std::size_t index = 0; index < columns.size(); ++index) {
    append(columns[index], *schema.children[index], *array.children[index], static_cast<std::size_t>(array.offset),
           static_cast<std::size_t>(array.length), batch);
  }
}

void append_column(InputColumn& column, const ArrowSchema& schema,
                   const std::shared_ptr<const Owned<ArrowArray>>& batch) {
  append(column, schema, **batch, 0, static_cast<std::size_t>((*batch)->length), batch);
}

void check(int error, ArrowArrayStream& stream) {
  if (error == 0) return;
  const char* const said = stream.get_last_error(&stream);
  throw std::runtime_error{said == nullptr ? "the producer of the Arrow data failed" : said};
}

// Producers that need the interpreter take it themselves.
ArrowSchema schema_of(ArrowArrayStream& stream) {
  ArrowSchema schema{};
  const py::gil_scoped_release released;
  check(stream.get_schema(&stream, &schema), stream);
  return schema;
}

template <class Take>
void each_batch(ArrowArrayStream& stream, const Take& take) {
  for (;;) {
    ArrowArray array{};
    {
      const py::gil_scoped_release released;
      check(stream.get_next(&stream, &array), stream);
    }
    if (array.release == nullptr) return;
    take(share(array));
  }
}

}  // namespace

std::vector<InputColumn> frame_from_stream(const py::capsule& capsule) {
  Owned<ArrowArrayStream> stream{inside<ArrowArrayStream>(capsule, "arrow_array_stream")};
  ArrowSchema read = schema_of(*stream);
  const Owned<ArrowSchema> schema{read};
  std::vector<InputColumn> columns = empty_frame(*schema);
  each_batch(*stream, [&](const auto& batch) { append_frame(columns, *schema, batch); });
  return columns;
}

std::vector<InputColumn> frame_from_array(const py::capsule& schema_capsule, const py::capsule& array_capsule) {
  const Owned<ArrowSchema> schema{inside<ArrowSchema>(schema_capsule, "arrow_schema")};
  std::vector<InputColumn> columns = empty_frame(*schema);
  append_frame(columns, *schema, share(inside<ArrowArray>(array_capsule, "arrow_array")));
  return columns;
}

InputColumn column_from_stream(const std::string& name, const py::capsule& capsule) {
  Owned<ArrowArrayStream> stream{inside<ArrowArrayStream>(capsule, "arrow_array_stream")};
  ArrowSchema read = schema_of(*stream);
  const Owned<ArrowSchema> schema{read};
  InputColumn column = empty_column(name.c_str(), *schema);
  each_batch(*stream, [&](const auto& batch) { append_column(column, *schema, batch); });
  return column;
}

InputColumn column_from_array(const std::string& name, const py::capsule& schema_capsule,
                              const py::capsule& array_capsule) {
  const Owned<ArrowSchema> schema{inside<ArrowSchema>(schema_capsule, "arrow_schema")};
  InputColumn column = empty_column(name.c_str(), *schema);
  append_column(column, *schema, share(inside<ArrowArray>(array_capsule, "arrow_array")));
  return column;
}

}  // namespace vertebra::python
