#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vertebra::generate {

// A list of random bytes that is read as a list of decisions. Zero is always the simplest decision and an ended tape reads
// as zeros; so a shorter or smaller tape decides for something simpler, and whatever is built from a tape shrinks with it.
class Tape {
 public:
  explicit Tape(std::vector<std::uint8_t> bytes) : bytes_{std::move(bytes)} {}

  // 0 to n - 1.
  int pick(int n) { return position_ < bytes_.size() ? bytes_[position_++] % n : 0; }
  bool once_in(int n) { return pick(n) == n - 1; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t position_ = 0;
};

}  // namespace vertebra::generate
