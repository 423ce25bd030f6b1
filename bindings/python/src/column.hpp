#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <vertebra/cohort.hpp>

// A column of a cohort where it lies: booleans, numbers, or codes of the distinct values of all that is neither. Reading is
// safe from many threads; nothing is copied but texts, which are kept once each.
namespace vertebra::python {

// Where cells lie, for the library to read them there: bits, or numbers or bytes next to each other.
struct InPlace {
  Bitmap bits = {};
  const double* numbers = nullptr;
  const std::int8_t* bytes = nullptr;
  Bitmap validity = {};
};

// Some rows of a column, and what keeps their memory alive.
template <class Cell>
class Chunk {
 public:
  explicit Chunk(std::size_t size) : size_{size} {}
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;
  virtual ~Chunk() = default;

  std::size_t size() const noexcept { return size_; }
  virtual void read(std::size_t begin, std::size_t count, Cell* cells) const = 0;
  // From row `begin` on; nothing where they do not lie as the library takes them.
  virtual std::optional<InPlace> in_place(std::size_t /*begin*/) const { return std::nullopt; }

 private:
  std::size_t size_;
};

inline constexpr std::int8_t missing_boolean = -1;  // Otherwise 0 or 1.
inline constexpr double missing_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::int32_t missing_code = -1;

template <class Cell>
class Chunks {
 public:
  void add(std::unique_ptr<Chunk<Cell>> chunk) {
    if (chunk->size() == 0) return;
    size_ += chunk->size();
    chunks_.push_back(std::move(chunk));
  }

  std::size_t size() const noexcept { return size_; }

  void read(std::size_t begin, std::size_t count, Cell* cells) const {
    for (const auto& chunk : chunks_) {
      if (count == 0) return;
      if (begin >= chunk->size()) {
        begin -= chunk->size();
        continue;
      }
      const std::size_t here = std::min(count, chunk->size() - begin);
      chunk->read(begin, here, cells);
      cells += here;
      count -= here;
      begin = 0;
    }
  }

  // Nothing either where the rows are spread over chunks.
  std::optional<InPlace> in_place(std::size_t begin, std::size_t count) const {
    for (const auto& chunk : chunks_) {
      if (begin < chunk->size()) return begin + count <= chunk->size() ? chunk->in_place(begin) : std::nullopt;
      begin -= chunk->size();
    }
    return std::nullopt;
  }

 private:
  std::vector<std::unique_ptr<Chunk<Cell>>> chunks_;
  std::size_t size_ = 0;
};

using Booleans = Chunks<std::int8_t>;
using Numbers = Chunks<double>;

// What a cell of a column of mixed or textual values was given as.
using Given = std::variant<bool, double, std::string>;

// Distinct values in the order in which they first came.
class Codes {
 public:
  std::int32_t code_of(const Given& value) {
    const auto [found, added] = known_.try_emplace(value, static_cast<std::int32_t>(values_.size()));
    if (added) values_.push_back(value);
    return found->second;
  }

  const std::vector<Given>& values() const noexcept { return values_; }
  Chunks<std::int32_t> rows;

 private:
  std::map<Given, std::int32_t> known_;
  std::vector<Given> values_;
};

struct InputColumn {
  std::string name;
  std::string type;  // As its owner calls it, for messages: "int64", "bool".
  std::variant<Booleans, Numbers, Codes> cells;

  std::size_t size() const {
    if (const auto* booleans = std::get_if<Booleans>(&cells)) return booleans->size();
    if (const auto* numbers = std::get_if<Numbers>(&cells)) return numbers->size();
    return std::get<Codes>(cells).rows.size();
  }
};

// A bit a row, least significant first; no bits mean that every row has a value.
struct Validity {
  const std::uint8_t* bits = nullptr;
  std::size_t offset = 0;

  bool operator[](std::size_t row) const noexcept { return bits == nullptr || bit(bits, offset + row); }
  Bitmap from(std::size_t row) const noexcept { return {bits, offset + row}; }
  static bool bit(const std::uint8_t* from, std::size_t index) noexcept {
    return ((from[index / 8] >> (index % 8)) & 1U) != 0;
  }
};

// What numbers a `Stored` array holds, `stride` bytes apart: as numbers, as booleans, or as codes that `map` renames.
template <class Stored>
struct Strided {
  const std::byte* data = nullptr;
  std::ptrdiff_t stride = sizeof(Stored);
  Validity validity;
  std::shared_ptr<const void> owner;

  Stored operator[](std::size_t row) const noexcept {
    Stored value;
    std::memcpy(&value, data + static_cast<std::ptrdiff_t>(row) * stride, sizeof value);
    return value;
  }
};

template <class Stored>
class NumberChunk : public Chunk<double> {
 public:
  NumberChunk(Strided<Stored> stored, std::size_t size) : Chunk<double>{size}, stored_{std::move(stored)} {}

  void read(std::size_t begin, std::size_t count, double* cells) const override {
    for (std::size_t row = 0; row < count; ++row) {
      cells[row] = stored_.validity[begin + row] ? static_cast<double>(stored_[begin + row]) : missing_number;
    }
  }

  std::optional<InPlace> in_place(std::size_t begin) const override {
    const bool is_aligned = reinterpret_cast<std::uintptr_t>(stored_.data) % alignof(double) == 0;
    if (!std::same_as<Stored, double> || !is_aligned || stored_.stride != sizeof(double)) return std::nullopt;
    return InPlace{.numbers = reinterpret_cast<const double*>(stored_.data) + begin,
                   .validity = stored_.validity.from(begin)};
  }

 private:
  Strided<Stored> stored_;
};

// A byte a row: 0, 1, or less than 0 for missing. The library refuses other bytes; read here, any other one is yes.
class ByteChunk : public Chunk<std::int8_t> {
 public:
  ByteChunk(Strided<std::int8_t> stored, std::size_t size) : Chunk<std::int8_t>{size}, stored_{std::move(stored)} {}

  void read(std::size_t begin, std::size_t count, std::int8_t* cells) const override {
    for (std::size_t row = 0; row < count; ++row) {
      const std::int8_t value = stored_[begin + row];
      cells[row] = value < 0 ? missing_boolean : std::int8_t{value != 0};
    }
  }

  std::optional<InPlace> in_place(std::size_t begin) const override {
    if (stored_.stride != 1) return std::nullopt;
    return InPlace{.bytes = reinterpret_cast<const std::int8_t*>(stored_.data) + begin,
                   .validity = stored_.validity.from(begin)};
  }

 private:
  Strided<std::int8_t> stored_;
};

class BitChunk : public Chunk<std::int8_t> {
 public:
  BitChunk(const std::uint8_t* bits, std::size_t offset, Validity validity, std::shared_ptr<const void> owner,
           std::size_t size)
      : Chunk<std::int8_t>{size}, bits_{bits}, offset_{offset}, validity_{validity}, owner_{std::move(owner)} {}

  void read(std::size_t begin, std::size_t count, std::int8_t* cells) const override {
    for (std::size_t row = 0; row < count; ++row) {
      const bool yes = Validity::bit(bits_, offset_ + begin + row);
      cells[row] = validity_[begin + row] ? std::int8_t{yes} : missing_boolean;
    }
  }

  std::optional<InPlace> in_place(std::size_t begin) const override {
    return InPlace{.bits = {bits_, offset_ + begin}, .validity = validity_.from(begin)};
  }

 private:
  const std::uint8_t* bits_;
  std::size_t offset_;
  Validity validity_;
  std::shared_ptr<const void> owner_;
};

template <class Stored>
class CodeChunk : public Chunk<std::int32_t> {
 public:
  CodeChunk(Strided<Stored> stored, std::vector<std::int32_t> map, std::size_t size)
      : Chunk<std::int32_t>{size}, stored_{std::move(stored)}, map_{std::move(map)} {}

  void read(std::size_t begin, std::size_t count, std::int32_t* cells) const override {
    for (std::size_t row = 0; row < count; ++row) {
      const auto code = static_cast<std::int64_t>(stored_[begin + row]);
      const bool known = stored_.validity[begin + row] && code >= 0 && code < std::ssize(map_);
      cells[row] = known ? map_[static_cast<std::size_t>(code)] : missing_code;
    }
  }

 private:
  Strided<Stored> stored_;
  std::vector<std::int32_t> map_;
};

// Codes that were made while the column was read.
class OwnCodes : public Chunk<std::int32_t> {
 public:
  explicit OwnCodes(std::vector<std::int32_t> codes) : Chunk<std::int32_t>{codes.size()}, codes_{std::move(codes)} {}

  void read(std::size_t begin, std::size_t count, std::int32_t* cells) const override {
    std::memcpy(cells, codes_.data() + begin, count * sizeof *cells);
  }

 private:
  std::vector<std::int32_t> codes_;
};

}  // namespace vertebra::python
