#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace vertebra::eval {

// How a condition changes a score that begins as if it were unknown: bits of the rows where it is yes, and where it is no.
struct RowShare {
  const std::uint64_t* yes = nullptr;
  const std::uint64_t* no = nullptr;
  std::uint32_t when_yes = 0;
  std::uint32_t when_no = 0;
};

// The inner loops of the cohort executor, as one level of the processor runs them. Rows come in words of 64, one bit each;
// arrays of values have room for whole words.
struct CohortKernel {
  const char* level;
  void (*intersect)(std::uint64_t* bits, const std::uint64_t* other, std::size_t words);
  void (*unite)(std::uint64_t* bits, const std::uint64_t* other, std::size_t words);
  // Rows whose value is the one given.
  void (*equal_bytes)(const std::int8_t* values, std::size_t rows, std::int8_t value, std::uint64_t* bits);
  void (*equal_codes)(const std::int32_t* values, std::size_t rows, std::int32_t value, std::uint64_t* bits);
  // Rows whose value lies above the cut, or on it where it is not strict; never a NaN.
  void (*above)(const double* values, std::size_t rows, double cut, bool strict, std::uint64_t* bits);
  // Where the bit is set, the value.
  void (*put_bytes)(const std::uint64_t* bits, std::size_t rows, std::uint8_t value, std::uint8_t* values);
  // words[row] = base + what the shares add.
  void (*add)(std::span<const RowShare> shares, std::uint32_t base, std::size_t rows, std::uint32_t* words);
  // keys = words, marked: all ones where not listed, else with the mark where offered.
  void (*mark)(const std::uint32_t* words, const std::uint64_t* listed, const std::uint64_t* offered,
               std::uint32_t mark, std::size_t rows, std::uint32_t* keys);
  // One end of every score: (words >> shift & mask) + least.
  void (*take_end)(const std::uint32_t* words, unsigned shift, std::uint32_t mask, std::int32_t least, std::size_t rows,
                   std::int32_t* ends);
  // The ranks of `count` treatments, whose keys stand `key_stride` apart and whose ranks `rank_stride`: one more than
  // those with a greater key; 0 where its own key is all ones.
  void (*rank)(const std::uint32_t* keys, std::size_t key_stride, std::size_t count, std::size_t rows,
               std::uint16_t* ranks, std::size_t rank_stride);
};

// The levels that this machine has, best first; the last is the portable one.
std::span<const CohortKernel> cohort_kernels();

}  // namespace vertebra::eval
