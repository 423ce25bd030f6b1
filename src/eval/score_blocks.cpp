#include "eval/score_blocks.hpp"

#include <algorithm>

namespace vertebra::eval {

ScoreBounds score_bounds(const image::Image& image) {
  std::vector<std::int32_t> least = image.base, greatest = image.base;
  for (const image::Effect& effect : image.effects) {
    least[effect.treatment] += effect.loss;
    greatest[effect.treatment] += effect.gain;
  }
  if (least.empty()) return {};
  return {*std::ranges::min_element(least), *std::ranges::max_element(greatest)};
}

bool fits_short_words(const image::Image& image, ScoreBounds bounds) {
  using Short = ScoreWord<std::uint32_t>;
  const std::int64_t spread = std::int64_t{bounds.greatest} - bounds.least;
  return image.treatments.size() <= 1U << Short::order_bits && spread < std::int64_t{1} << Short::end_bits;
}

template <class Word>
ScoreBlocks<Word> block_scores(const image::Image& image, std::int32_t least) {
  constexpr std::uint32_t lanes = words_a_line<Word>;
  const auto count = static_cast<std::uint32_t>(image.base.size());
  ScoreBlocks<Word> result;
  result.blocks.resize((count + lanes - 1) / lanes);
  result.lines.emplace_back();
  std::vector<std::vector<ScoreEntry>> entries(result.blocks.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const Word order = ScoreWord<Word>::order_bits == 0 ? 0 : count - 1 - i;
    result.blocks[i / lanes].base[i % lanes] = score_word<Word>(image.base[i] - least, image.base[i] - least) + order;
  }
  for (const image::EffectRow& row : image.rows) {
    for (std::uint32_t i = row.effects.begin; i < row.effects.end; ++i) {
      const image::Effect& effect = image.effects[i];
      auto& list = entries[effect.treatment / lanes];
      if (list.empty() || list.back().when != row.when) {
        list.push_back({row.when, static_cast<std::uint32_t>(result.lines.size())});
        result.lines.resize(result.lines.size() + 2);
      }
      const std::int32_t all = effect.gain + effect.loss;
      result.lines[list.back().line][effect.treatment % lanes] += score_word<Word>(effect.loss, effect.gain);
      result.lines[list.back().line + 1][effect.treatment % lanes] += score_word<Word>(all, all);
    }
  }
  for (std::size_t block = 0; block < entries.size(); ++block) {
    result.blocks[block].begin = static_cast<std::uint32_t>(result.entries.size());
    result.entries.insert(result.entries.end(), entries[block].begin(), entries[block].end());
    result.blocks[block].end = static_cast<std::uint32_t>(result.entries.size());
  }
  return result;
}

template ScoreBlocks<std::uint32_t> block_scores(const image::Image& image, std::int32_t least);
template ScoreBlocks<std::uint64_t> block_scores(const image::Image& image, std::int32_t least);

}  // namespace vertebra::eval
