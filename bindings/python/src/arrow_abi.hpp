#pragma once

#include <cstdint>

// The Arrow C data and stream interfaces, whose layout and names the Arrow specification fixes.
extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};
}

namespace vertebra::python {

inline constexpr std::int64_t arrow_nullable = 2;

// Owns one of the structures above: releases it unless somebody did.
template <class Structure>
class Owned {
 public:
  Owned() = default;
  // Moves it out of where a producer left it.
  explicit Owned(Structure& source) : structure_{source} { source.release = nullptr; }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (structure_.release != nullptr) structure_.release(&structure_);
  }

  Structure& operator*() noexcept { return structure_; }
  const Structure& operator*() const noexcept { return structure_; }
  Structure* operator->() noexcept { return &structure_; }
  const Structure* operator->() const noexcept { return &structure_; }

 private:
  Structure structure_{};
};

}  // namespace vertebra::python
