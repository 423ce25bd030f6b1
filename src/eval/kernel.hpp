#pragma once

#include <cstdint>
#include <span>

#include "eval/clause_pairs.hpp"
#include "eval/gate_groups.hpp"
#include "eval/score_blocks.hpp"

namespace vertebra::eval {

// The inner loops of the patient executor, as one level of the processor runs them. Every level gives the same bits.
struct Kernel {
  const char* level;  // "portable", "AVX2", "AVX-512".
  // Runs groups first to last (not included) over planes whose bits of those gates are clear.
  void (*run)(const GateGroups& groups, std::uint32_t first, std::uint32_t last, std::uint64_t* yes, std::uint64_t* no);
  // The first group, from `first` on, with a gate of which at most one literal is not yes, and none is no; `which` has a
  // bit for each such gate. The number of groups where there is none.
  std::uint32_t (*find)(const GateGroups& groups, std::uint32_t first, const std::uint64_t* yes,
                        const std::uint64_t* no, std::uint32_t& which);
  // Applies every pair once to planes of tests; false, and the planes of no use, when both sides of one hold.
  bool (*narrow)(const ClausePairs& pairs, std::uint64_t* yes, std::uint64_t* no);
  // Adds up what the conditions, whose truths are given, do to the scores: a word a treatment, in whole lines.
  void (*add_short)(const ScoreBlocks<std::uint32_t>& blocks, const std::uint8_t* truths, std::uint32_t* words);
  void (*add_long)(const ScoreBlocks<std::uint64_t>& blocks, const std::uint8_t* truths, std::uint64_t* words);
  // ranks[i] = how many of the keys, as signed numbers, are greater than keys[i]. Both have room up to the next multiple of 16.
  void (*rank)(const std::uint32_t* keys, std::uint32_t count, std::int32_t* ranks);
};

// The levels that this machine has, best first; the last is the portable one.
std::span<const Kernel> kernels();

}  // namespace vertebra::eval
