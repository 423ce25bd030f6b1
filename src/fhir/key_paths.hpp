#pragma once

#include <array>
#include <cstddef>
#include <deque>

#include "fhir/elements.hpp"
#include "fhir/json_name.hpp"

namespace vertebra::fhir {

// A key of an object, after those that came before it. All keys on the way to it differ.
struct KeyStep {
  Name name{{}};
  const Member* row = nullptr;      // What it means there; null when it is not looked at.
  const KeyStep* before = nullptr;  // Null where an object begins.
  KeyStep* beside = nullptr;        // Another that came at the same place.
  KeyStep* after = nullptr;         // The first of those that came next.
  KeyStep* inside = nullptr;        // Where the objects that are not looked at begin in its value.
  std::size_t number = 0;           // How many keys there are up to it.
};

// The orders in which objects had their keys so far. Who writes records writes objects of one shape alike: then a key needs
// one comparison to be found, and to be known as new in its object.
class KeyPaths {
 public:
  // Where an object begins. What is in one that is not looked at depends on the key it stands under, if that is known.
  KeyStep* beginning(Shape shape, KeyStep* under) {
    if (has_members(shape) || under == nullptr) return &beginnings_[static_cast<std::size_t>(shape)];
    return under->inside != nullptr ? under->inside : begin_inside(*under);
  }

  // Null where the key never came there.
  static KeyStep* next(const KeyStep& from, const Name& name) noexcept {
    KeyStep* each = from.after;
    while (each != nullptr && each->name != name) each = each->beside;
    return each;
  }

  // The key will be known there from now on. Null when it stands before, or when there is no more place.
  KeyStep* learn(KeyStep& from, const Name& name, const Member* row);

 private:
  KeyStep* begin_inside(KeyStep& under);

  static constexpr std::size_t most_steps = 1024;
  static constexpr std::size_t most_beside = 8;
  static constexpr std::size_t longest = 64;

  std::array<KeyStep, shape_count> beginnings_{};
  std::deque<KeyStep> steps_;
};

}  // namespace vertebra::fhir
