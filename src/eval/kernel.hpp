#pragma once

#include <cstdint>
#include <span>

#include "eval/clause_groups.hpp"
#include "eval/clause_pairs.hpp"
#include "eval/marks.hpp"
#include "eval/score_blocks.hpp"

namespace vertebra::eval {

// The inner loops of the patient executor, as one level of the processor runs them. Every level gives the same bits.
struct Kernel {
  const char* level;  // "portable", "AVX2", "AVX-512".
  // The first group, from `first` on, with a rule of which at most one part is not yes, and none is no; `which` has a bit
  // for each such rule. The number of groups where there is none.
  std::uint32_t (*find)(const ClauseGroups& groups, std::uint32_t first, const std::uint64_t* yes,
                        const std::uint64_t* no, std::uint32_t& which);
  // Applies every pair once to planes of tests; false, and the planes of no use, when both sides of one hold.
  bool (*narrow)(const ClausePairs& pairs, std::uint64_t* yes, std::uint64_t* no);
  // Writes marks of the nodes of some words of the planes, and reads them back.
  void (*spread)(const std::uint64_t* yes, const std::uint64_t* no, std::size_t words, Mark* marks);
  void (*pack)(const Mark* marks, std::size_t words, std::uint64_t* yes, std::uint64_t* no);
  // Adds up what the conditions, whose marks are given, do to the scores: a word a treatment, in whole lines.
  void (*add_short)(const ScoreBlocks<std::uint32_t>& blocks, const Mark* marks, std::uint32_t* words);
  void (*add_long)(const ScoreBlocks<std::uint64_t>& blocks, const Mark* marks, std::uint64_t* words);
  // ranks[i] = how many of the keys, as signed numbers, are greater than keys[i]. Both have room up to the next multiple of 16.
  void (*rank)(const std::uint32_t* keys, std::uint32_t count, std::int32_t* ranks);
};

// The levels that this machine has, best first; the last is the portable one.
std::span<const Kernel> kernels();

}  // namespace vertebra::eval
