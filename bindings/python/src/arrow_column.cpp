#include "arrow_column.hpp"

#include <string_view>

#include <pybind11/pybind11.h>

namespace py = pybind11;

namespace vertebra::python {
namespace {

// Where one array's rows begin, and what keeps them.
struct Slice {
  const ArrowArray& array;
  std::size_t begin;  // In the array's own rows, before its offset.
  std::size_t size;
  const std::shared_ptr<const void>& owner;

  std::size_t first() const noexcept { return static_cast<std::size_t>(array.offset) + begin; }
  Validity validity() const noexcept {
    return {array.null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array.buffers[0]), first()};
  }

  template <class Stored>
  Strided<Stored> stored() const noexcept {
    return {static_cast<const std::byte*>(array.buffers[1]) + first() * sizeof(Stored), sizeof(Stored), validity(),
            owner};
  }
};

// A row for each format that holds a number; the same table serves values and codes of dictionaries.
struct NumberFormat {
  char format;
  const char* type;
  std::unique_ptr<Chunk<double>> (*numbers)(const Slice&);
  std::unique_ptr<Chunk<std::int32_t>> (*codes)(const Slice&, std::vector<std::int32_t>);
};

template <class Stored>
std::unique_ptr<Chunk<double>> numbers(const Slice& slice) {
  return std::make_unique<NumberChunk<Stored>>(slice.stored<Stored>(), slice.size);
}

template <class Stored>
std::unique_ptr<Chunk<std::int32_t>> codes(const Slice& slice, std::vector<std::int32_t> map) {
  return std::make_unique<CodeChunk<Stored>>(slice.stored<Stored>(), std::move(map), slice.size);
}

constexpr NumberFormat number_formats[] = {
    {'c', "int8", &numbers<std::int8_t>, &codes<std::int8_t>},
    {'C', "uint8", &numbers<std::uint8_t>, &codes<std::uint8_t>},
    {'s', "int16", &numbers<std::int16_t>, &codes<std::int16_t>},
    {'S', "uint16", &numbers<std::uint16_t>, &codes<std::uint16_t>},
    {'i', "int32", &numbers<std::int32_t>, &codes<std::int32_t>},
    {'I', "uint32", &numbers<std::uint32_t>, &codes<std::uint32_t>},
    {'l', "int64", &numbers<std::int64_t>, &codes<std::int64_t>},
    {'L', "uint64", &numbers<std::uint64_t>, &codes<std::uint64_t>},
    {'f', "float", &numbers<float>, nullptr},
    {'g', "double", &numbers<double>, nullptr},
};

const NumberFormat* number_format(std::string_view format) noexcept {
  if (format.size() != 1) return nullptr;
  for (const NumberFormat& each : number_formats) {
    if (each.format == format[0]) return &each;
  }
  return nullptr;
}

bool is_text(std::string_view format) noexcept { return format == "u" || format == "U" || format == "vu"; }

template <class Offset>
std::string_view plain_text(const ArrowArray& array, std::size_t index) {
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
  const auto* characters = static_cast<const char*>(array.buffers[2]);
  return {characters + offsets[index], static_cast<std::size_t>(offsets[index + 1] - offsets[index])};
}

// A view is its length, then 12 bytes of text, or 4 of them and the number and offset of the buffer that has it.
std::string_view view_text(const ArrowArray& array, std::size_t index) {
  constexpr std::size_t view_size = 16;
  constexpr std::int32_t inline_size = 12;
  const char* view = static_cast<const char*>(array.buffers[1]) + index * view_size;
  std::int32_t parts[4];
  std::memcpy(parts, view, view_size);
  if (parts[0] <= inline_size) return {view + sizeof parts[0], static_cast<std::size_t>(parts[0])};
  return {static_cast<const char*>(array.buffers[2 + parts[2]]) + parts[3], static_cast<std::size_t>(parts[0])};
}

std::string_view text_at(std::string_view format, const ArrowArray& array, std::size_t index) {
  if (format == "u") return plain_text<std::int32_t>(array, index);
  if (format == "U") return plain_text<std::int64_t>(array, index);
  return view_text(array, index);
}

std::vector<std::int32_t> text_codes(Codes& known, std::string_view format, const Slice& slice) {
  std::vector<std::int32_t> result(slice.size, missing_code);
  const Validity validity = slice.validity();
  for (std::size_t row = 0; row < slice.size; ++row) {
    if (validity[row]) result[row] = known.code_of(std::string{text_at(format, slice.array, slice.first() + row)});
  }
  return result;
}

void append_codes(Codes& known, const ArrowSchema& schema, const Slice& slice) {
  if (schema.dictionary != nullptr) {
    const ArrowArray& words = *slice.array.dictionary;
    const Slice all{words, 0, static_cast<std::size_t>(words.length), slice.owner};
    known.rows.add(number_format(schema.format)->codes(slice, text_codes(known, schema.dictionary->format, all)));
  } else if (is_text(schema.format)) {
    known.rows.add(std::make_unique<OwnCodes>(text_codes(known, schema.format, slice)));
  } else {
    known.rows.add(std::make_unique<OwnCodes>(std::vector<std::int32_t>(slice.size, missing_code)));
  }
}

[[noreturn]] void refuse(const char* name, std::string_view format) {
  throw py::type_error{"column `" + std::string{name} + "` has the Arrow type `" + std::string{format} +
                       "`, which no fact can be: give booleans, numbers or texts"};
}

}  // namespace

InputColumn empty_column(const char* name, const ArrowSchema& schema) {
  const std::string_view format = schema.format;
  const NumberFormat* const number = number_format(format);
  if (schema.dictionary != nullptr) {
    if (!is_text(schema.dictionary->format)) refuse(name, schema.dictionary->format);
    return {name, "dictionary", Codes{}};
  }
  if (number != nullptr) return {name, number->type, Numbers{}};
  if (format == "b") return {name, "bool", Booleans{}};
  if (format == "n") return {name, "null", Codes{}};
  if (!is_text(format)) refuse(name, format);
  return {name, "string", Codes{}};
}

void append(InputColumn& column, const ArrowSchema& schema, const ArrowArray& array, std::size_t begin,
            std::size_t size, const std::shared_ptr<const void>& owner) {
  const Slice slice{array, begin, size, owner};
  if (auto* yes_or_no = std::get_if<Booleans>(&column.cells)) {
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[1]);
    yes_or_no->add(std::make_unique<BitChunk>(bits, slice.first(), slice.validity(), owner, size));
  } else if (auto* amounts = std::get_if<Numbers>(&column.cells)) {
    amounts->add(number_format(schema.format)->numbers(slice));
  } else {
    append_codes(std::get<Codes>(column.cells), schema, slice);
  }
}

}  // namespace vertebra::python
