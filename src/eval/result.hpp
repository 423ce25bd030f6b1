#pragma once

#include <cstdint>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>
#include <vertebra/truth.hpp>

#include "image/image.hpp"

namespace vertebra::eval {

// The values of one fact that are still possible, as cells of its image::Fact.
struct Domain {
  std::uint64_t cells = 0;  // Booleans and choices.
  std::uint32_t low = 0;    // Quantities: both included.
  std::uint32_t high = 0;
  friend bool operator==(const Domain&, const Domain&) = default;
};

struct Conflict {
  std::uint32_t clause = 0;
  std::uint32_t first = 0;  // Result::set_aside, first to last (not included).
  std::uint32_t last = 0;
};

// Two bits a node: known yes, known no. Neither is unknown.
struct Planes {
  std::vector<std::uint64_t> yes;
  std::vector<std::uint64_t> no;

  Truth at(std::uint32_t node) const noexcept {
    const std::uint64_t bit = std::uint64_t{1} << (node % 64);
    return (yes[node / 64] & bit) != 0 ? Truth::yes : (no[node / 64] & bit) != 0 ? Truth::no : Truth::unknown;
  }
  Truth at(image::Literal literal) const noexcept {
    const Truth truth = at(literal.node());
    return !literal.negated() ? truth : static_cast<Truth>(2 - static_cast<int>(truth));
  }
};

// One evaluation: truth values and points. Everything else is read back from it on demand.
struct Result {
  Date as_of;
  std::vector<Domain> domains;  // After narrowing.
  Planes planes;
  bool care_assessed = false;  // False when every guide with red flags is out of scope.
  std::uint32_t care_least = 0;
  std::uint32_t care_most = 0;
  Truth deferred = Truth::no;
  std::vector<TreatmentSummary> treatments;  // As image::Image::treatments.
  std::vector<std::uint32_t> order;          // The ranked ones, first to last.
  std::vector<Conflict> conflicts;
  std::vector<std::uint32_t> set_aside;  // Facts.
};

}  // namespace vertebra::eval
