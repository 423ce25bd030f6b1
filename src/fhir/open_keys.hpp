#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/json_problem.hpp"
#include "fhir/key_paths.hpp"

namespace vertebra::fhir {

// The keys of the objects that are open. While an object has its keys in an order that was seen before, only the place in
// that order is kept; the keys of others stand one beside the other, so that nothing is allocated once warm. Those are
// compared by their marks, and most not even by that: a bit of the mark that no key of the object had before shows that it
// is new.
class OpenKeys {
 public:
  void open(Shape shape) {
    assert(depth_ < outer_.size());  // The parser goes no deeper.
    outer_[depth_++] = step_;
    step_ = paths_.beginning(shape, step_);
  }

  // Null for a key that never came there: then it is to be added, with what it means.
  const KeyStep* follow(const Name& key) noexcept {
    KeyStep* const next = step_ == nullptr ? nullptr : KeyPaths::next(*step_, key);
    if (next != nullptr) step_ = next;
    return next;
  }
  // The text has to stay where it is until all is read.
  void add(const Name& key, const Member* row);
  void add_copy(std::string_view key);

  // False when a key stood twice in the object.
  bool close() {
    const bool on_path = step_ != nullptr;
    step_ = outer_[--depth_];
    return on_path || close_off_path();
  }

 private:
  static constexpr std::size_t few = 24;  // Up to here marks are compared faster than all keys are sorted.

  struct Key {
    std::uint64_t mark;
    std::string_view text;
  };
  struct OffPath {
    std::uint64_t seen;  // The bits of its marks.
    std::size_t first_key;
    std::size_t first_copy;
    bool doubtful;  // A key may stand twice.
  };

  void leave_path();
  void note(const Name& key);
  bool may_be_among(std::size_t first, std::uint64_t mark) const;
  bool all_differ(std::size_t first);
  bool close_off_path();

  KeyPaths paths_;
  KeyStep* step_ = nullptr;  // Of the innermost object: where it is, null when it has left the known orders.
  std::array<KeyStep*, deepest> outer_;  // The same of those around it.
  std::size_t depth_ = 0;
  std::vector<OffPath> off_path_;  // Those that have left.
  std::vector<Key> keys_;
  std::deque<std::string> copies_;
};

}  // namespace vertebra::fhir
