#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "image/image.hpp"

namespace vertebra::eval {

inline constexpr std::uint32_t clauses_a_group = 8;

// The literals of eight consistency rules that lie in one word of the planes.
struct alignas(64) ClauseStep {
  std::array<std::uint64_t, clauses_a_group> positive{};
  std::array<std::uint64_t, clauses_a_group> negative{};
};

// Up to eight rules, one after the other.
struct ClauseGroup {
  std::uint32_t begin = 0;  // steps, words: begin to end (not included)
  std::uint32_t end = 0;
  std::uint32_t clause = 0;  // The first.
  std::uint32_t size = 0;    // Of its rules.
};

// The parts of the consistency rules of an image, rule by rule, laid out to be looked at eight at a time.
struct ClauseGroups {
  std::vector<ClauseStep> steps;
  std::vector<std::uint32_t> words;  // As steps.
  std::vector<ClauseGroup> groups;
};

ClauseGroups group_clauses(const image::Image& image);

}  // namespace vertebra::eval
