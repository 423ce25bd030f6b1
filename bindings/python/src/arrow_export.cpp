#include "arrow_export.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <pybind11/pybind11.h>

#include "arrow_abi.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

using Shared = std::shared_ptr<const ResultColumns>;
using Bits = std::unique_ptr<std::uint8_t[]>;

// What an exported schema points to; goes with it.
struct SchemaBody {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

// What an exported array points to; goes with it.
struct ArrayBody {
  Shared columns;
  Bits validity;
  Bits bits;
  std::vector<std::int32_t> offsets;
  std::string characters;
  const void* buffers[3] = {};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

template <class Structure, class Body>
void release(Structure* structure) {
  const std::unique_ptr<Body> body{static_cast<Body*>(structure->private_data)};
  for (Structure& child : body->children) {
    if (child.release != nullptr) child.release(&child);
  }
  if (body->dictionary.release != nullptr) body->dictionary.release(&body->dictionary);
  structure->release = nullptr;
}

template <class Structure, class Body>
void own(Structure& structure, std::unique_ptr<Body> body) {
  for (auto& child : body->children) body->pointers.push_back(&child);
  structure.n_children = std::ssize(body->children);
  structure.children = body->pointers.empty() ? nullptr : body->pointers.data();
  structure.dictionary = body->dictionary.release == nullptr ? nullptr : &body->dictionary;
  structure.release = &release<Structure, Body>;
  structure.private_data = body.release();
}

ArrowSchema make_schema(const char* format, std::string name, std::unique_ptr<SchemaBody> body) {
  ArrowSchema schema{};
  body->name = std::move(name);
  schema.format = format;
  schema.name = body->name.c_str();
  schema.flags = arrow_nullable;
  own(schema, std::move(body));
  return schema;
}

ArrowSchema schema_of(const OutputColumn& column) {
  auto body = std::make_unique<SchemaBody>();
  if (column.meaning == Meaning::label) body->dictionary = make_schema("u", {}, std::make_unique<SchemaBody>());
  constexpr const char* formats[] = {"c", "i", "s", "b"};  // As Meaning.
  return make_schema(formats[static_cast<int>(column.meaning)], column.name, std::move(body));
}

ArrowSchema schema_of(const ResultColumns& columns) {
  auto body = std::make_unique<SchemaBody>();
  for (const OutputColumn& column : columns.columns) body->children.push_back(schema_of(column));
  ArrowSchema schema = make_schema("+s", {}, std::move(body));
  schema.flags = 0;
  return schema;
}

// Eight bytes, each 0 or 1, as the bits of one: the first is the lowest.
std::uint8_t bits_of(std::uint64_t flags) noexcept {
  constexpr bool is_little = std::endian::native == std::endian::little;
  return static_cast<std::uint8_t>(flags * (is_little ? 0x0102040810204080U : 0x8040201008040201U) >> 56U);
}

// So many cells, 64 at most, as bits; how many of them hold. Without branches, and over whole words: compilers make it fast.
template <class Cell, class Holds>
std::size_t pack_some(const Cell* cells, std::size_t count, std::uint8_t* bits, const Holds& holds) {
  std::array<std::uint8_t, 64> flags{};
  for (std::size_t i = 0; i < count; ++i) flags[i] = holds(cells[i]);
  std::uint64_t sums = 0;  // In each byte.
  for (std::size_t i = 0; i < count; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, flags.data() + i, sizeof eight);
    bits[i / 8] = bits_of(eight);
    sums += eight;
  }
  return sums * 0x0101010101010101U >> 56U;
}

// The pass waits for memory, which it reads faster than the processor looks ahead by itself.
template <class Cell>
void fetch_ahead(std::span<const Cell> cells) noexcept {
  constexpr std::size_t line = 64, ahead = 4096;
  if (cells.size_bytes() < ahead + 64 * sizeof(Cell)) return;
  const auto bytes = std::as_bytes(cells);
  for (std::size_t i = 0; i < 64 * sizeof(Cell); i += line) __builtin_prefetch(bytes.data() + ahead + i);
}

// A bit a row that holds; the count of those that do not.
template <class Cell, class Holds>
std::int64_t pack(std::span<const Cell> cells, Bits& bits, const Holds& holds) {
  bits = std::make_unique_for_overwrite<std::uint8_t[]>((cells.size() + 7) / 8);
  std::size_t held = 0;
  for (std::size_t row = 0; row < cells.size(); row += 64) {
    fetch_ahead(cells.subspan(row));
    if (cells.size() - row >= 64) {
      held += pack_some(cells.data() + row, 64, bits.get() + row / 8, holds);
    } else {
      held += pack_some(cells.data() + row, cells.size() - row, bits.get() + row / 8, holds);
    }
  }
  return std::ssize(cells) - static_cast<std::int64_t>(held);
}

ArrowArray make_array(std::size_t length, std::int64_t nulls, std::int64_t buffers, std::unique_ptr<ArrayBody> body) {
  ArrowArray array{};
  array.length = static_cast<std::int64_t>(length);
  array.null_count = nulls;
  array.n_buffers = buffers;
  body->buffers[0] = nulls == 0 ? nullptr : body->validity.get();
  array.buffers = body->buffers;
  own(array, std::move(body));
  return array;
}

ArrowArray words(const std::vector<std::string>& labels) {
  auto body = std::make_unique<ArrayBody>();
  body->offsets.push_back(0);
  for (const std::string& label : labels) {
    body->characters += label;
    body->offsets.push_back(static_cast<std::int32_t>(body->characters.size()));
  }
  body->buffers[1] = body->offsets.data();
  body->buffers[2] = body->characters.data();
  return make_array(labels.size(), 0, 3, std::move(body));
}

ArrowArray array_of(const OutputColumn& column, const Shared& columns) {
  auto body = std::make_unique<ArrayBody>();
  body->columns = columns;
  std::int64_t nulls = 0;
  if (column.meaning == Meaning::boolean) {
    pack(std::get<OutputColumn::Codes>(column.cells), body->bits, [](std::int8_t each) { return each > 0; });
    body->buffers[1] = body->bits.get();
  } else {
    const auto validity = [&](const auto& cells) {
      nulls = pack(cells, body->validity, [](auto each) { return is_there(each); });
      body->buffers[1] = cells.data();
    };
    std::visit(validity, column.cells);
  }
  if (column.meaning == Meaning::label) body->dictionary = words(column.labels);
  return make_array(columns->rows, nulls, 2, std::move(body));
}

ArrowArray array_of(const Shared& columns) {
  auto body = std::make_unique<ArrayBody>();
  for (const OutputColumn& column : columns->columns) body->children.push_back(array_of(column, columns));
  return make_array(columns->rows, 0, 1, std::move(body));
}

struct StreamBody {
  Shared columns;
  bool done = false;
};

StreamBody& body_of(ArrowArrayStream* stream) { return *static_cast<StreamBody*>(stream->private_data); }

ArrowArrayStream make_stream(Shared columns) {
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    *out = schema_of(*body_of(self).columns);
    return 0;
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    StreamBody& body = body_of(self);
    *out = body.done ? ArrowArray{} : array_of(body.columns);
    body.done = true;
    return 0;
  };
  stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  stream.release = [](ArrowArrayStream* self) {
    delete &body_of(self);
    self->release = nullptr;
  };
  stream.private_data = std::make_unique<StreamBody>(StreamBody{std::move(columns)}).release();
  return stream;
}

void drop(PyObject* capsule) {
  auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

}  // namespace

py::capsule export_stream(std::shared_ptr<const ResultColumns> columns) {
  auto stream = std::make_unique<ArrowArrayStream>(make_stream(std::move(columns)));
  PyObject* const capsule = PyCapsule_New(stream.get(), "arrow_array_stream", &drop);
  if (capsule == nullptr) throw py::error_already_set{};
  stream.release();
  return py::reinterpret_steal<py::capsule>(capsule);
}

}  // namespace vertebra::python
