#include "python_columns.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <pybind11/pybind11.h>

#include "python_value.hpp"

namespace py = pybind11;

namespace vertebra::python {
namespace {

// A buffer that is held on to; given back with the interpreter held, since columns die where they were made.
class Held {
 public:
  explicit Held(const py::buffer& buffer) : info_{std::make_shared<py::buffer_info>(buffer.request())} {}

  const py::buffer_info& info() const noexcept { return *info_; }
  std::size_t size() const { return static_cast<std::size_t>(info_->shape[0]); }

  template <class Stored>
  Strided<Stored> stored() const {
    return {static_cast<const std::byte*>(info_->ptr), info_->strides[0], {}, info_};
  }

 private:
  std::shared_ptr<py::buffer_info> info_;
};

template <class Stored>
void add_numbers(InputColumn& column, const Held& held) {
  std::get<Numbers>(column.cells).add(std::make_unique<NumberChunk<Stored>>(held.stored<Stored>(), held.size()));
}

template <class Stored>
void add_codes(InputColumn& column, const Held& held, const std::vector<std::int32_t>& map) {
  std::get<Codes>(column.cells).rows.add(std::make_unique<CodeChunk<Stored>>(held.stored<Stored>(), map, held.size()));
}

template <class Act>
bool for_integers(char kind, py::ssize_t size, const Act& act) {
  const bool is_signed = kind == 'i';
  switch (size) {
    case 1: is_signed ? act(std::int8_t{}) : act(std::uint8_t{}); return true;
    case 2: is_signed ? act(std::int16_t{}) : act(std::uint16_t{}); return true;
    case 4: is_signed ? act(std::int32_t{}) : act(std::uint32_t{}); return true;
    case 8: is_signed ? act(std::int64_t{}) : act(std::uint64_t{}); return true;
    default: return false;
  }
}

// 'i', 'u', 'f' or '?' from the letter of the buffer protocol.
char kind_of(const std::string& format) {
  const char letter = format.empty() ? ' ' : format.back();
  if (std::string_view{"bhilq"}.find(letter) != std::string_view::npos) return 'i';
  if (std::string_view{"BHILQ"}.find(letter) != std::string_view::npos) return 'u';
  if (letter == 'f' || letter == 'd') return 'f';
  return letter == '?' ? '?' : ' ';
}

[[noreturn]] void refuse(const std::string& name, const std::string& type) {
  throw py::type_error{"column `" + name + "` has the type `" + type +
                       "`, which no fact can be: give booleans, numbers or texts"};
}

void check_shape(const std::string& name, const py::buffer_info& info) {
  if (info.ndim == 1) return;
  throw py::type_error{"column `" + name + "` has " + std::to_string(info.ndim) + " dimensions: a column has one"};
}

}  // namespace

InputColumn column_from_buffer(const std::string& name, const std::string& type, const py::buffer& buffer,
                               bool tristate) {
  const Held held{buffer};
  const py::buffer_info& info = held.info();
  check_shape(name, info);
  const char kind = kind_of(info.format);
  if (kind == '?' || tristate) {
    Booleans cells;
    cells.add(std::make_unique<ByteChunk>(held.stored<std::int8_t>(), held.size()));
    return {name, type, std::move(cells)};
  }
  InputColumn column{name, type, Numbers{}};
  if (kind == 'f' && info.itemsize == sizeof(double)) {
    add_numbers<double>(column, held);
  } else if (kind == 'f' && info.itemsize == sizeof(float)) {
    add_numbers<float>(column, held);
  } else if (kind == ' ' ||
             !for_integers(kind, info.itemsize, [&](auto zero) { add_numbers<decltype(zero)>(column, held); })) {
    refuse(name, type);
  }
  return column;
}

InputColumn column_from_codes(const std::string& name, const std::string& type, const py::buffer& codes,
                              const py::list& values) {
  const Held held{codes};
  const py::buffer_info& info = held.info();
  check_shape(name, info);
  InputColumn column{name, type, Codes{}};
  std::vector<std::int32_t> map;
  for (const py::handle value : values) {
    const auto given = given_from(value);
    if (!given) throw py::type_error{"column `" + name + "` has a category of the type `" + type_name(value) + "`"};
    map.push_back(given->has_value() ? std::get<Codes>(column.cells).code_of(**given) : missing_code);
  }
  const bool known = for_integers(kind_of(info.format), info.itemsize,
                                  [&](auto zero) { add_codes<decltype(zero)>(column, held, map); });
  if (!known) refuse(name, type);
  return column;
}

InputColumn column_from_objects(const std::string& name, const py::list& values) {
  Codes cells;
  std::vector<std::int32_t> rows;
  rows.reserve(values.size());
  for (const py::handle value : values) {
    const auto given = given_from(value);
    if (!given) {
      throw py::type_error{"row " + std::to_string(rows.size()) + " of column `" + name + "` is a `" +
                           type_name(value) + "`, which no fact can be: give booleans, numbers or texts"};
    }
    rows.push_back(given->has_value() ? cells.code_of(**given) : missing_code);
  }
  cells.rows.add(std::make_unique<OwnCodes>(std::move(rows)));
  return {name, "object", std::move(cells)};
}

}  // namespace vertebra::python
