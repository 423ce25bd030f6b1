#pragma once

#include <algorithm>
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
  friend bool operator==(const Planes&, const Planes&) = default;

  Truth at(std::uint32_t node) const noexcept {
    const std::uint64_t known_yes = yes.data()[node / 64] >> (node % 64) & 1;
    const std::uint64_t known_no = no.data()[node / 64] >> (node % 64) & 1;
    return static_cast<Truth>(1 + known_yes - known_no);
  }
  Truth at(image::Literal literal) const noexcept {
    const int truth = static_cast<int>(at(literal.node()));
    return static_cast<Truth>(literal.negated() ? 2 - truth : truth);
  }
};

// One evaluation: truth values and points. Everything else is read back from it on demand.
struct Result {
  Date as_of;
  Planes planes;                        // What narrowing takes away is seen in the tests.
  std::vector<std::uint64_t> answered;  // A bit a fact: it is known more of it than its range. Set aside or not.
  bool care_assessed = false;           // False when every guide with red flags is out of scope.
  std::uint32_t care_least = 0;
  std::uint32_t care_most = 0;
  Truth deferred = Truth::no;
  std::vector<TreatmentSummary> treatments;  // As image::Image::treatments.
  std::vector<std::uint32_t> order;          // The ranked ones, first to last.
  std::vector<Conflict> conflicts;
  std::vector<std::uint32_t> set_aside;  // Facts.

  // Whether an answer of this fact counts.
  bool is_answered(std::uint32_t fact) const noexcept {
    const bool given = (answered[fact / 64] >> (fact % 64) & 1) != 0;
    return given && std::find(set_aside.begin(), set_aside.end(), fact) == set_aside.end();
  }
};

}  // namespace vertebra::eval
