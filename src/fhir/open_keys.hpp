#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/json_name.hpp"

namespace vertebra::fhir {

// The keys of the objects that are open, one beside the other, so that nothing is allocated once warm. A key is compared by
// its mark, and most not even by that: a bit of the mark that no key of the object had before shows that it is new.
class OpenKeys {
 public:
  void open() { objects_.push_back({0, keys_.size(), copies_.size(), false}); }

  // The text has to stay where it is until the object is closed.
  void add(const Name& key) {
    Object& object = objects_.back();
    const std::uint64_t mark = key.mark();
    const std::uint64_t bit = std::uint64_t{1} << (mark >> 58);
    if ((object.seen & bit) != 0 && !object.doubtful) object.doubtful = may_be_among(object.first_key, mark);
    object.seen |= bit;
    keys_.push_back({mark, key.text()});
  }
  void add_copy(std::string_view key) { add(Name{copies_.emplace_back(key)}); }

  // False when a key stood twice in the object.
  bool close() {
    const Object object = objects_.back();
    objects_.pop_back();
    const bool unique = !object.doubtful || all_differ(object.first_key);
    keys_.resize(object.first_key);
    if (copies_.size() > object.first_copy) copies_.resize(object.first_copy);
    return unique;
  }

 private:
  static constexpr std::size_t few = 24;  // Up to here marks are compared faster than all keys are sorted.

  struct Key {
    std::uint64_t mark;
    std::string_view text;
  };
  struct Object {
    std::uint64_t seen;  // The bits of its marks.
    std::size_t first_key;
    std::size_t first_copy;
    bool doubtful;  // A key may stand twice.
  };

  bool may_be_among(std::size_t first, std::uint64_t mark) const {
    if (keys_.size() - first > few) return true;
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
    return std::any_of(begin, keys_.end(), [mark](const Key& key) { return key.mark == mark; });
  }

  bool all_differ(std::size_t first) {
    const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, keys_.end(), [](const Key& a, const Key& b) { return a.text < b.text; });
    return std::adjacent_find(begin, keys_.end(), [](const Key& a, const Key& b) { return a.text == b.text; }) ==
           keys_.end();
  }

  std::vector<Key> keys_;
  std::deque<std::string> copies_;
  std::vector<Object> objects_;
};

}  // namespace vertebra::fhir
