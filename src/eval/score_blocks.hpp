#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <vertebra/outcome.hpp>

#include "image/image.hpp"

namespace vertebra::eval {

// A score interval in one word, so that both ends are added at once; what each end is counted from the least score that can
// be reached, so that in the end none is negative, whatever they are while they are being added up. The low end stands
// above the high end and both above the catalogue order: words compare as the contract ranks treatments of one verdict.
template <class Word>
struct ScoreWord;

template <>
struct ScoreWord<std::uint32_t> {  // For few treatments with few points, which most rule sets have.
  static constexpr unsigned order_bits = 6, end_bits = 12;
};
template <>
struct ScoreWord<std::uint64_t> {  // INVARIANT: |points| of a treatment add up to less than 2^30.
  static constexpr unsigned order_bits = 0, end_bits = 31;
};

template <class Word>
constexpr Word score_word(std::int32_t low, std::int32_t high) noexcept {
  using Layout = ScoreWord<Word>;
  const auto wide = [](std::int32_t points) { return static_cast<Word>(static_cast<std::int64_t>(points)); };
  return static_cast<Word>((wide(low) << (Layout::order_bits + Layout::end_bits)) + (wide(high) << Layout::order_bits));
}

// Of a word that is not yet a key.
template <class Word>
constexpr Score score_of(Word word, std::int32_t least) noexcept {
  using Layout = ScoreWord<Word>;
  constexpr Word mask = (Word{1} << Layout::end_bits) - 1;
  return {static_cast<std::int32_t>(word >> (Layout::order_bits + Layout::end_bits)) + least,
          static_cast<std::int32_t>(word >> Layout::order_bits & mask) + least};
}

// What is set in a word to make a key of it, as the two highest bits of a byte. Offered treatments stand above all others
// (provisional and deferred ones never meet in one ranking); those that have no rank are, as signed numbers, below them all.
inline constexpr std::uint8_t key_listed = 0, key_offered = 0x40, key_unlisted = 0x80;

template <class Word>
constexpr Word key_mark(std::uint8_t key) noexcept {
  static_assert(ScoreWord<Word>::order_bits + 2 * ScoreWord<Word>::end_bits + 2 == 8 * sizeof(Word));
  return Word{key} << (8 * sizeof(Word) - 8);
}
template <class Word>
constexpr bool is_listed_key(Word key) noexcept {
  return key >> (8 * sizeof(Word) - 1) == 0;
}

template <class Word>
inline constexpr std::uint32_t words_a_line = 64 / sizeof(Word);

template <class Word>
struct alignas(64) ScoreLine : std::array<Word, words_a_line<Word>> {};

struct ScoreEntry {  // What one condition does to the scores of a block.
  image::Literal when;
  std::uint32_t line = 0;  // lines: what it adds while it is unknown; the next while it is yes.
};

template <class Word>
struct ScoreBlock {
  ScoreLine<Word> base{};
  std::uint32_t begin = 0;  // entries, begin to end (not included)
  std::uint32_t end = 0;
};

// The points of an image, laid out to be added for a line of treatments at once, and only where a condition adds something.
template <class Word>
struct ScoreBlocks {
  std::vector<ScoreBlock<Word>> blocks;  // Treatments in order.
  std::vector<ScoreEntry> entries;
  std::vector<ScoreLine<Word>> lines;  // The first is zero: what a condition adds while it is no.
};

struct ScoreBounds {  // That any treatment can reach.
  std::int32_t least = 0;
  std::int32_t greatest = 0;
};

ScoreBounds score_bounds(const image::Image& image);

// True when short words can hold every score of the image.
bool fits_short_words(const image::Image& image, ScoreBounds bounds);

template <class Word>
ScoreBlocks<Word> block_scores(const image::Image& image, std::int32_t least);

}  // namespace vertebra::eval
