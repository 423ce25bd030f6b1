#include "eval/kernel.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "eval/levels.hpp"
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "eval/kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "eval/kernel_levels.hpp"

HWY_BEFORE_NAMESPACE();
namespace vertebra::eval {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Words = hn::CappedTag<std::uint64_t, gates_a_group>;
using Word = hn::Vec<Words>;
constexpr std::size_t width = hn::MaxLanes(Words{});

// The lanes of a mask as bits, the first lowest.
template <class Mask>
HWY_INLINE std::uint32_t bits_of(Mask mask) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Words{}, mask, bytes);
  return bytes[0] & ((1U << width) - 1);
}

struct Answer {
  std::uint32_t yes = 0;
  std::uint32_t no = 0;
};

// One vector of gates of a group that does not count; `lane` is its first.
HWY_INLINE Answer all_of(const GateStep* steps, const std::uint32_t* words, std::uint32_t count, std::size_t lane,
                         const std::uint64_t* yes, const std::uint64_t* no) {
  const Words d;
  Word open = hn::Zero(d), wrong = hn::Zero(d);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Word known_yes = hn::Set(d, yes[words[i]]);
    const Word known_no = hn::Set(d, no[words[i]]);
    const Word positive = hn::Load(d, steps[i].positive.data() + lane);
    const Word negative = hn::Load(d, steps[i].negative.data() + lane);
    open = hn::Or(open, hn::Or(hn::AndNot(known_yes, positive), hn::AndNot(known_no, negative)));
    wrong = hn::Or(wrong, hn::Or(hn::And(known_no, positive), hn::And(known_yes, negative)));
  }
  return {bits_of(hn::Eq(open, hn::Zero(d))), bits_of(hn::Ne(wrong, hn::Zero(d)))};
}

// The same for a whole group at once where Highway knows no vectors: the compiler makes them of what there is.
using Lanes [[gnu::vector_size(sizeof(std::uint64_t) * gates_a_group)]] = std::uint64_t;

HWY_INLINE void look(const std::array<std::uint64_t, gates_a_group>& bits, std::uint64_t opening,
                     std::uint64_t breaking, Lanes& open, Lanes& wrong) {
  Lanes lanes;
  std::memcpy(&lanes, bits.data(), sizeof lanes);
  open |= lanes & opening;
  wrong |= lanes & breaking;
}

HWY_INLINE Answer all_at_once(const GateStep* steps, const std::uint32_t* words, std::uint32_t count,
                              const std::uint64_t* yes, const std::uint64_t* no) {
  Lanes open{}, wrong{};
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t known_yes = yes[words[i]], known_no = no[words[i]];
    look(steps[i].positive, ~known_yes, known_no, open, wrong);
    look(steps[i].negative, ~known_no, known_yes, open, wrong);
  }
  constexpr Lanes bit_of_lane = {1, 2, 4, 8, 16, 32, 64, 128};
  const Lanes is_yes = bit_of_lane & (open == 0), is_no = bit_of_lane & (wrong != 0);
  std::uint64_t found_yes = 0, found_no = 0;
  for (std::uint32_t lane = 0; lane < gates_a_group; ++lane) {
    found_yes |= is_yes[lane];
    found_no |= is_no[lane];
  }
  return {static_cast<std::uint32_t>(found_yes), static_cast<std::uint32_t>(found_no)};
}

// The same for a group of one gate, which waits for no vector.
HWY_INLINE Answer one_of(const GateStep* steps, const std::uint32_t* words, std::uint32_t count,
                         const std::uint64_t* yes, const std::uint64_t* no) {
  std::uint64_t open = 0, wrong = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t known_yes = yes[words[i]], known_no = no[words[i]];
    const std::uint64_t positive = steps[i].positive.front(), negative = steps[i].negative.front();
    open |= (positive & ~known_yes) | (negative & ~known_no);
    wrong |= (positive & known_no) | (negative & known_yes);
  }
  return {open == 0, wrong != 0};
}

HWY_INLINE Answer at_least(const GateStep* steps, const std::uint32_t* words, std::uint32_t count,
                           const GateLimits& limits, std::size_t lane, const std::uint64_t* yes,
                           const std::uint64_t* no) {
  const Words d;
  Word right = hn::Zero(d), wrong = hn::Zero(d);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Word known_yes = hn::Set(d, yes[words[i]]);
    const Word known_no = hn::Set(d, no[words[i]]);
    const Word positive = hn::Load(d, steps[i].positive.data() + lane);
    const Word negative = hn::Load(d, steps[i].negative.data() + lane);
    right = hn::Add(right, hn::PopulationCount(hn::And(known_yes, positive)));
    right = hn::Add(right, hn::PopulationCount(hn::And(known_no, negative)));
    wrong = hn::Add(wrong, hn::PopulationCount(hn::And(known_no, positive)));
    wrong = hn::Add(wrong, hn::PopulationCount(hn::And(known_yes, negative)));
  }
  return {bits_of(hn::Not(hn::Gt(hn::Load(d, limits.enough.data() + lane), right))),
          bits_of(hn::Gt(wrong, hn::Load(d, limits.spare.data() + lane)))};
}

// The gates of a group that have at most one literal that is not yes, and none that is no.
HWY_INLINE std::uint32_t nearly_all_of(const GateGroups& groups, const GateGroup& group, std::size_t lane,
                                       const std::uint64_t* yes, const std::uint64_t* no) {
  const Words d;
  Word open = hn::Zero(d), bad = hn::Zero(d);
  for (std::uint32_t i = group.begin; i < group.end; ++i) {
    const Word known_yes = hn::Set(d, yes[groups.words.data()[i]]);
    const Word known_no = hn::Set(d, no[groups.words.data()[i]]);
    const Word positive = hn::Load(d, groups.steps.data()[i].positive.data() + lane);
    const Word negative = hn::Load(d, groups.steps.data()[i].negative.data() + lane);
    bad = hn::Or(bad, hn::Or(hn::And(known_no, positive), hn::And(known_yes, negative)));
    for (const Word here : {hn::AndNot(known_yes, positive), hn::AndNot(known_no, negative)}) {
      const Word more_than_one = hn::And(here, hn::Sub(here, hn::Set(d, 1)));
      const Word one_more = hn::IfThenZeroElse(hn::Eq(open, hn::Zero(d)), here);
      bad = hn::Or(bad, hn::Or(more_than_one, one_more));
      open = hn::Or(open, here);
    }
  }
  return bits_of(hn::Eq(bad, hn::Zero(d)));
}

HWY_INLINE void put(std::uint64_t* plane, std::uint32_t node, std::uint32_t bits) {
  const std::uint32_t shift = node % 64;
  plane[node / 64] |= std::uint64_t{bits} << shift;
  if (shift > 64 - gates_a_group && bits >> (64 - shift) != 0) plane[node / 64 + 1] |= bits >> (64 - shift);
}

template <class Ask>
HWY_INLINE Answer ask_group(const GateGroup& group, Ask&& ask) {
  if constexpr (width == gates_a_group) return ask(0);
  Answer answer;
  for (std::uint32_t lane = 0; lane < group.size; lane += width) {
    const Answer part = ask(lane);
    answer.yes |= part.yes << lane;
    answer.no |= part.no << lane;
  }
  return answer;
}

// Apart from run(), so that the many groups that do not count are a short loop.
HWY_NOINLINE Answer run_counting(const GateGroups& groups, const GateGroup& group, const std::uint64_t* yes,
                                 const std::uint64_t* no) {
  return ask_group(group, [&](std::size_t lane) HWY_ATTR {
    return at_least(groups.steps.data() + group.begin, groups.words.data() + group.begin, group.end - group.begin,
                    groups.limits.data()[group.limits], lane, yes, no);
  });
}

HWY_INLINE Answer run_group(const GateGroups& groups, const GateGroup& group, const std::uint64_t* yes,
                            const std::uint64_t* no) {
  const GateStep* const steps = groups.steps.data() + group.begin;
  const std::uint32_t* const words = groups.words.data() + group.begin;
  const std::uint32_t count = group.end - group.begin;
  if (group.counts) return run_counting(groups, group, yes, no);
  if (group.size == 1) return one_of(steps, words, count, yes, no);
  if (width == 1) return all_at_once(steps, words, count, yes, no);
  return ask_group(group, [&](std::size_t lane) HWY_ATTR { return all_of(steps, words, count, lane, yes, no); });
}

HWY_INLINE void put_group(const GateGroup& group, Answer found, std::uint64_t* yes, std::uint64_t* no) {
  const std::uint32_t used = (1U << group.size) - 1;
  const std::uint32_t turned = (found.yes ^ found.no) & group.flipped;
  put(yes, group.node, (found.yes ^ turned) & used);
  put(no, group.node, (found.no ^ turned) & used);
}

// Two groups of one level are run before either is written down, so that the second does not wait for the first.
void run(const GateGroups& groups, std::uint32_t first, std::uint32_t last, std::uint64_t* yes, std::uint64_t* no) {
  const GateGroup* group = groups.groups.data() + first;
  const GateGroup* const end = groups.groups.data() + last;
  while (group != end) {
    const GateGroup& one = *group++;
    const Answer found = run_group(groups, one, yes, no);
    if (group != end && !group->starts_level) {
      const GateGroup& other = *group++;
      const Answer found_too = run_group(groups, other, yes, no);
      put_group(one, found, yes, no);
      put_group(other, found_too, yes, no);
    } else {
      put_group(one, found, yes, no);
    }
  }
}

std::uint32_t find(const GateGroups& groups, std::uint32_t first, const std::uint64_t* yes, const std::uint64_t* no,
                   std::uint32_t& which) {
  const auto last = static_cast<std::uint32_t>(groups.groups.size());
  for (std::uint32_t i = first; i < last; ++i) {
    const GateGroup& group = groups.groups.data()[i];
    std::uint32_t found = 0;
    for (std::uint32_t lane = 0; lane < group.size; lane += width)
      found |= nearly_all_of(groups, group, lane, yes, no) << lane;
    which = found & ((1U << group.size) - 1);
    if (which != 0) return i;
  }
  return last;
}

// All lanes of a vector, united.
HWY_INLINE std::uint64_t united(Word word) {
  alignas(64) std::uint64_t lanes[width];
  hn::Store(word, Words{}, lanes);
  std::uint64_t bits = 0;
  for (const std::uint64_t lane : lanes) bits |= lane;
  return bits;
}

// The sides of one vector of pairs that hold, and those that do not, as far as the words so far tell.
struct SideTruth {
  Word yes, no;
};

HWY_INLINE void look(const PairSide& side, std::size_t lane, Word known_yes, Word known_no, SideTruth& truth) {
  const Words d;
  const Word positive = hn::Load(d, side.positive.data() + lane), negative = hn::Load(d, side.negative.data() + lane);
  truth.yes = hn::Or(truth.yes, hn::Or(hn::And(known_yes, positive), hn::And(known_no, negative)));
  truth.no = hn::Or(truth.no, hn::Or(hn::And(known_no, positive), hn::And(known_yes, negative)));
}

bool narrow(const ClausePairs& pairs, std::uint64_t* yes, std::uint64_t* no) {
  const Words d;
  const std::uint32_t words = pairs.words;
  const std::size_t steps = pairs.steps.size();
  Word both = hn::Zero(d);
  Word more_yes[4] = {hn::Zero(d), hn::Zero(d), hn::Zero(d), hn::Zero(d)};
  Word more_no[4] = {hn::Zero(d), hn::Zero(d), hn::Zero(d), hn::Zero(d)};
  for (std::size_t step = 0; step < steps; step += words) {
    const PairStep* const group = pairs.steps.data() + step;
    for (std::size_t lane = 0; lane < gates_a_group; lane += width) {
      SideTruth first{hn::Zero(d), hn::Zero(d)}, second{hn::Zero(d), hn::Zero(d)};
      for (std::uint32_t word = 0; word < words; ++word) {
        const Word known_yes = hn::Set(d, yes[word]), known_no = hn::Set(d, no[word]);
        look(group[word].first, lane, known_yes, known_no, first);
        look(group[word].second, lane, known_yes, known_no, second);
      }
      const auto no_first = hn::And(hn::Ne(second.yes, hn::Zero(d)), hn::Eq(hn::Or(first.yes, first.no), hn::Zero(d)));
      const auto no_second =
          hn::And(hn::Ne(first.yes, hn::Zero(d)), hn::Eq(hn::Or(second.yes, second.no), hn::Zero(d)));
      both = hn::Or(both, hn::IfThenElseZero(hn::Ne(first.yes, hn::Zero(d)), second.yes));
      for (std::uint32_t word = 0; word < words; ++word) {
        const PairStep& own = group[word];
        const auto take = [&](auto mask, const auto& bits)
                              HWY_ATTR { return hn::IfThenElseZero(mask, hn::Load(d, bits.data() + lane)); };
        more_yes[word] = hn::Or(
            more_yes[word], hn::Or(take(no_first, own.first.excluded_yes), take(no_second, own.second.excluded_yes)));
        more_no[word] = hn::Or(more_no[word],
                               hn::Or(take(no_first, own.first.excluded_no), take(no_second, own.second.excluded_no)));
      }
    }
  }
  for (std::uint32_t word = 0; word < words; ++word) {
    yes[word] |= united(more_yes[word]);
    no[word] |= united(more_no[word]);
  }
  return united(both) == 0;
}

template <class T>
HWY_INLINE void add(const ScoreBlocks<T>& blocks, const std::uint8_t* truths, T* words) {
  const hn::CappedTag<T, words_a_line<T>> d;
  constexpr std::size_t step = hn::MaxLanes(d);
  constexpr std::size_t vectors = words_a_line<T> / step;
  const ScoreLine<T>* const lines = blocks.lines.data();
  const ScoreEntry* const entries = blocks.entries.data();
  for (const ScoreBlock<T>& block : blocks.blocks) {
    hn::Vec<decltype(d)> sums[vectors];
    for (std::size_t i = 0; i < vectors; ++i) sums[i] = hn::Load(d, block.base.data() + i * step);
    for (const ScoreEntry* entry = entries + block.begin; entry != entries + block.end; ++entry) {
      const std::uint32_t truth = truths[entry->row];
      const T* const line = lines[truth == 0 ? 0 : entry->line + truth].data();
      for (std::size_t i = 0; i < vectors; ++i) sums[i] = hn::Add(sums[i], hn::Load(d, line + i * step));
    }
    for (std::size_t i = 0; i < vectors; ++i) hn::StoreU(sums[i], d, words + i * step);
    words += words_a_line<T>;
  }
}

void add_short(const ScoreBlocks<std::uint32_t>& blocks, const std::uint8_t* truths, std::uint32_t* words) {
  add(blocks, truths, words);
}
void add_long(const ScoreBlocks<std::uint64_t>& blocks, const std::uint8_t* truths, std::uint64_t* words) {
  add(blocks, truths, words);
}

// In a loop of which the compiler makes vectors.
HWY_INLINE void rank_plainly(const std::uint32_t* keys, std::uint32_t count, std::int32_t* ranks) {
  std::fill_n(ranks, count, 0);
  for (std::uint32_t j = 0; j < count; ++j) {
    const auto other = static_cast<std::int32_t>(keys[j]);
    for (std::uint32_t i = 0; i < count; ++i) ranks[i] += other > static_cast<std::int32_t>(keys[i]) ? 1 : 0;
  }
}

void rank(const std::uint32_t* keys, std::uint32_t count, std::int32_t* ranks) {
  if (width == 1) return rank_plainly(keys, count, ranks);
  const hn::CappedTag<std::int32_t, 16> d;
  const hn::RebindToUnsigned<decltype(d)> du;
  for (std::uint32_t i = 0; i < count; i += static_cast<std::uint32_t>(hn::Lanes(d))) {
    const auto own = hn::BitCast(d, hn::LoadU(du, keys + i));
    auto greater = hn::Zero(d);
    for (std::uint32_t j = 0; j < count; ++j) {
      const auto other = hn::Set(d, static_cast<std::int32_t>(keys[j]));
      greater = hn::Sub(greater, hn::VecFromMask(d, hn::Gt(other, own)));
    }
    hn::StoreU(greater, d, ranks + i);
  }
}

Kernel kernel() { return {VERTEBRA_LEVEL, &run, &find, &narrow, &add_short, &add_long, &rank}; }

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace vertebra::eval
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vertebra::eval {
namespace {

HWY_EXPORT(kernel);

}  // namespace

std::span<const Kernel> kernels() {
  static const KernelLevels<Kernel> levels{HWY_TARGETS, HWY_STATIC_TARGET, HWY_DISPATCH_TABLE(kernel),
                                           [](const hwy::ChosenTarget& chosen) { return chosen.GetIndex(); }};
  return levels.list();
}

}  // namespace vertebra::eval
#endif
