#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "image/image.hpp"

namespace vertebra::eval {

inline constexpr std::uint32_t gates_a_group = 8;

// The literals of eight gates that lie in one word of the planes.
struct alignas(64) GateStep {
  std::array<std::uint64_t, gates_a_group> positive{};
  std::array<std::uint64_t, gates_a_group> negative{};
};

// Known yes when at least `enough` literals are yes, known no when more than `spare` are no.
struct alignas(64) GateLimits {
  std::array<std::uint64_t, gates_a_group> enough{};
  std::array<std::uint64_t, gates_a_group> spare{};
};

// Up to eight gates with consecutive nodes. "Any" is kept as "all" of the opposite literals, its answer turned round; then a
// gate that does not count asks two things of the planes: is a literal not yes, and is a literal no.
struct GateGroup {
  std::uint32_t begin = 0;  // steps, words: begin to end (not included)
  std::uint32_t end = 0;
  std::uint32_t node = 0;    // Of the first gate.
  std::uint32_t limits = 0;  // limits, where it counts.
  std::uint32_t size = 0;    // Of its gates.
  std::uint8_t flipped = 0;  // The gates whose answer is turned round.
  bool counts = false;
  bool starts_level = false;  // What groups before it found must be in the planes before it is run.
};

// Gates laid out to be run eight at a time. All groups in one piece each, read from front to back.
struct GateGroups {
  std::vector<GateStep> steps;
  std::vector<std::uint32_t> words;  // As steps.
  std::vector<GateLimits> limits;
  std::vector<GateGroup> groups;
};

// The gates of an image, in order; no group reaches over the end of a level.
GateGroups group_gates(const image::Image& image);

// The parts of the consistency rules of an image, rule by rule, for Kernel::find.
GateGroups group_clauses(const image::Image& image);

}  // namespace vertebra::eval
