#pragma once

#include <cstdint>
#include <vector>

#include "eval/kernel.hpp"
#include "eval/result.hpp"
#include "eval/ruling.hpp"
#include "eval/score_blocks.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Scores and ranks the treatments of one patient without asking any of them a question that the processor would have to
// guess. Few treatments with few points are ranked by counting who stands before whom, others by sorting digit by digit.
// Owns its scratch; allocates only when made.
class Ranking {
 public:
  // Both must outlive it.
  Ranking(const image::Image& image, const Kernel& kernel);

  // Adds up the scores from the marks of all literals.
  void add(const Mark* marks) noexcept;
  // Fills verdicts, causes and scores of the summaries, after add().
  void judge(const Mark* marks, const Rulings& rulings, Result& result) noexcept;
  // Fills the ranks of the summaries, and the order.
  void run(Result& result) noexcept;
  // Nothing has a rank.
  void skip(Result& result) noexcept;

 private:
  struct Conditions {
    std::uint32_t first_ruling = 0;  // Of its leaning.
    image::Literal blocked;
    image::Literal when;
  };
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t treatment = 0;
  };

  template <class Word>
  struct Scores {
    ScoreBlocks<Word> blocks;
    std::vector<Word> words;  // As treatments, in whole lines; judge() makes keys of them.
  };
  template <class Word>
  void prepare(const image::Image& image, Scores<Word>& scores);
  template <class Word>
  void judge(const Mark* marks, const Rulings& rulings, Scores<Word>& scores, Result& result) noexcept;
  // How many have a rank.
  std::uint32_t count(Result& result) noexcept;
  std::uint32_t sort(Result& result) noexcept;

  const Kernel& kernel_;
  std::uint32_t count_ = 0;
  std::vector<Conditions> conditions_;  // As treatments.
  std::int32_t least_ = 0;              // The least score that can be reached.
  bool is_short_ = false;
  Scores<std::uint32_t> short_;
  Scores<std::uint64_t> long_;
  std::vector<std::int32_t> ranks_;
  std::vector<Entry> entries_;
  std::vector<Entry> sorted_;
};

}  // namespace vertebra::eval
