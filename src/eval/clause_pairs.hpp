#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "eval/clause_groups.hpp"
#include "eval/exclusions.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// One side of eight rules of two parts, as it lies in one word of the planes: its literal, and what is known of the tests
// once it is known not to hold.
struct alignas(64) PairSide {
  std::array<std::uint64_t, clauses_a_group> positive{};
  std::array<std::uint64_t, clauses_a_group> negative{};
  std::array<std::uint64_t, clauses_a_group> excluded_yes{};
  std::array<std::uint64_t, clauses_a_group> excluded_no{};
};

struct PairStep {
  PairSide first;
  PairSide second;
};

// Consistency rules of two parts, eight at a time: when one side holds, the other cannot. No rule has to be looked at by
// itself, so nothing is asked that the processor would have to guess.
struct ClausePairs {
  std::uint32_t clauses = 0;
  std::uint32_t words = 0;      // Of the tests.
  std::vector<PairStep> steps;  // For each eight rules, a step for each word.
  bool complete = false;        // Every rule has two parts, and no fact stands in two parts.
};

ClausePairs pair_clauses(const image::Image& image, const Exclusions& exclusions);

}  // namespace vertebra::eval
