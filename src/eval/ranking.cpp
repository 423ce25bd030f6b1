#include "eval/ranking.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace vertebra::eval {

Ranking::Ranking(const image::Image& image, const Kernel& kernel)
    : kernel_{kernel}, count_{static_cast<std::uint32_t>(image.treatments.size())} {
  const ScoreBounds bounds = score_bounds(image);
  least_ = bounds.least;
  for (const image::Treatment& each : image.treatments)
    conditions_.push_back({first_ruling(leaning(each.stance)), each.blocked, each.indicated_when});
  is_short_ = fits_short_words(image, bounds);
  if (is_short_) {
    prepare(image, short_);
    ranks_.resize(short_.words.size());
  } else {
    prepare(image, long_);
    entries_.resize(count_);
    sorted_.resize(count_);
  }
}

template <class Word>
void Ranking::prepare(const image::Image& image, Scores<Word>& scores) {
  scores.blocks = block_scores<Word>(image, least_);
  scores.words.resize(scores.blocks.blocks.size() * words_a_line<Word>);
}

void Ranking::add(const Mark* marks) noexcept {
  is_short_ ? kernel_.add_short(short_.blocks, marks, short_.words.data())
            : kernel_.add_long(long_.blocks, marks, long_.words.data());
}

void Ranking::judge(const Mark* marks, const Rulings& rulings, Result& result) noexcept {
  is_short_ ? judge(marks, rulings, short_, result) : judge(marks, rulings, long_, result);
}

template <class Word>
void Ranking::judge(const Mark* marks, const Rulings& rulings, Scores<Word>& scores, Result& result) noexcept {
  const Conditions* const conditions = conditions_.data();
  Word* const words = scores.words.data();
  TreatmentSummary* const summaries = result.treatments.data();
  const std::int32_t least = least_;
  for (std::uint32_t i = 0, count = count_; i < count; ++i) {
    const Conditions& each = conditions[i];
    const std::size_t index = each.first_ruling + ruling_offset(marks[each.blocked.code], marks[each.when.code]);
    const Ruling ruling = rulings.data()[index];
    summaries[i].verdict = ruling.verdict;
    summaries[i].cause = ruling.cause;
    summaries[i].score = score_of(words[i], least);
    words[i] |= key_mark<Word>(ruling.key);
  }
}

void Ranking::run(Result& result) noexcept {
  result.order.resize(count_);
  result.order.resize(is_short_ ? count(result) : sort(result));
}

void Ranking::skip(Result& result) noexcept {
  result.order.clear();
  for (TreatmentSummary& each : result.treatments) each.rank = 0;
}

// Those without a rank all share the place after the last, which is cut off again.
std::uint32_t Ranking::count(Result& result) noexcept {
  kernel_.rank(short_.words.data(), count_, ranks_.data());
  const std::uint32_t* const keys = short_.words.data();
  const std::int32_t* const ranks = ranks_.data();
  TreatmentSummary* const summaries = result.treatments.data();
  std::uint32_t* const order = result.order.data();
  std::uint32_t listed = 0;
  for (std::uint32_t i = 0, count = count_; i < count; ++i) {
    const bool has_rank = is_listed_key(keys[i]);
    const std::int32_t before = has_rank ? ranks[i] : static_cast<std::int32_t>(count - 1);
    summaries[i].rank = has_rank ? before + 1 : 0;
    order[before] = i;
    listed += has_rank ? 1 : 0;
  }
  return listed;
}

// Least digit first; a digit that all keys share is passed over. Equal keys keep their catalogue order.
std::uint32_t Ranking::sort(Result& result) noexcept {
  const std::uint64_t* const keys = long_.words.data();
  std::uint32_t listed = 0;
  for (std::uint32_t i = 0; i < count_; ++i) {
    if (is_listed_key(keys[i])) entries_.data()[listed++] = {keys[i], i};
  }
  std::uint64_t differs = 0;
  for (std::uint32_t i = 0; i < listed; ++i) differs |= entries_.data()[i].key ^ entries_.data()->key;
  for (std::uint32_t shift = 0; shift < 64 && differs >> shift != 0; shift += 8) {
    if ((differs >> shift & 0xff) == 0) continue;
    std::array<std::uint32_t, 256> place{};
    const auto digit = [&](const Entry& entry) { return 0xff - (entry.key >> shift & 0xff); };
    const Entry* const from = entries_.data();
    Entry* const to = sorted_.data();
    for (std::uint32_t i = 0; i < listed; ++i) ++place.data()[digit(from[i])];
    std::uint32_t sum = 0;
    for (std::uint32_t& each : place) sum += std::exchange(each, sum);
    for (std::uint32_t i = 0; i < listed; ++i) to[place.data()[digit(from[i])]++] = from[i];
    entries_.swap(sorted_);
  }
  for (TreatmentSummary& each : result.treatments) each.rank = 0;
  for (std::uint32_t i = 0; i < listed; ++i) {
    result.order[i] = entries_[i].treatment;
    result.treatments[entries_[i].treatment].rank = static_cast<int>(i) + 1;
  }
  return listed;
}

}  // namespace vertebra::eval
