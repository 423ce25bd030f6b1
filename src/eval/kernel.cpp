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

using Words = hn::CappedTag<std::uint64_t, clauses_a_group>;
using Word = hn::Vec<Words>;
constexpr std::size_t width = hn::MaxLanes(Words{});

// The lanes of a mask as bits, the first lowest.
template <class Mask>
HWY_INLINE std::uint32_t bits_of(Mask mask) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Words{}, mask, bytes);
  return bytes[0] & ((1U << width) - 1);
}

// The rules of a group that have at most one literal that is not yes, and none that is no.
HWY_INLINE std::uint32_t nearly_all_of(const ClauseGroups& groups, const ClauseGroup& group, std::size_t lane,
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

std::uint32_t find(const ClauseGroups& groups, std::uint32_t first, const std::uint64_t* yes, const std::uint64_t* no,
                   std::uint32_t& which) {
  const auto last = static_cast<std::uint32_t>(groups.groups.size());
  for (std::uint32_t i = first; i < last; ++i) {
    const ClauseGroup& group = groups.groups.data()[i];
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
  const PairStep* group = pairs.steps.data();
  Word both = hn::Zero(d);
  Word more_yes[4] = {hn::Zero(d), hn::Zero(d), hn::Zero(d), hn::Zero(d)};
  Word more_no[4] = {hn::Zero(d), hn::Zero(d), hn::Zero(d), hn::Zero(d)};
  for (std::uint32_t clause = 0; clause < pairs.clauses; clause += clauses_a_group, group += words) {
    for (std::size_t lane = 0; lane < std::min(clauses_a_group, pairs.clauses - clause); lane += width) {
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

// Both marks of each node as one number.
using Both = hn::CappedTag<std::uint16_t, 32>;
constexpr std::size_t nodes_at_once = hn::MaxLanes(Both{});

// Where Highway knows no vectors: eight nodes at a time, and the compiler makes vectors of what there is.
using Eight [[gnu::vector_size(16)]] = std::uint16_t;
constexpr Eight bit_of_node = {1, 2, 4, 8, 16, 32, 64, 128};

void spread_plainly(std::uint64_t yes, std::uint64_t no, Mark* marks) {
  const Eight unknown = Eight{} + both_unknown;
  for (unsigned node = 0; node < 64; node += 8, marks += sizeof(Eight)) {
    const Eight is_yes = ((Eight{} + static_cast<std::uint16_t>(yes >> node)) & bit_of_node) == bit_of_node;
    const Eight is_no = ((Eight{} + static_cast<std::uint16_t>(no >> node)) & bit_of_node) == bit_of_node;
    const Eight both = unknown ^ (is_yes & (both_unknown ^ both_yes)) ^ (is_no & (both_unknown ^ both_no));
    std::memcpy(marks, &both, sizeof both);
  }
}

// The bits of the nodes, each in its own place and in no other, added up.
std::uint64_t gathered(Eight bits) {
  std::uint64_t half[2];
  std::memcpy(half, &bits, sizeof bits);
  return (half[0] + half[1]) * 0x0001'0001'0001'0001 >> 48;
}

void pack_plainly(const Mark* marks, std::uint64_t& yes, std::uint64_t& no) {
  yes = no = 0;
  for (unsigned node = 0; node < 64; node += 8, marks += sizeof(Eight)) {
    Eight both;
    std::memcpy(&both, marks, sizeof both);
    yes |= gathered(bit_of_node & (both == both_yes)) << node;
    no |= gathered(bit_of_node & (both == both_no)) << node;
  }
}

void spread(const std::uint64_t* yes, const std::uint64_t* no, std::size_t words, Mark* marks) {
  const Both d;
  for (std::size_t word = 0; word < words; ++word, marks += 128) {
    if (nodes_at_once == 1) {
      spread_plainly(yes[word], no[word], marks);
      continue;
    }
    for (std::size_t node = 0; node < 64; node += nodes_at_once) {
      const auto some = [&](std::uint64_t bits) HWY_ATTR {
        bits >>= node;
        std::uint8_t bytes[sizeof bits];
        std::memcpy(bytes, &bits, sizeof bits);
        return hn::LoadMaskBits(d, bytes);
      };
      const auto not_no = hn::IfThenElse(some(yes[word]), hn::Set(d, both_yes), hn::Set(d, both_unknown));
      const auto both = hn::IfThenElse(some(no[word]), hn::Set(d, both_no), not_no);
      hn::StoreU(both, d, reinterpret_cast<std::uint16_t*>(marks + 2 * node));
    }
  }
}

void pack(const Mark* marks, std::size_t words, std::uint64_t* yes, std::uint64_t* no) {
  const Both d;
  for (std::size_t word = 0; word < words; ++word, marks += 128) {
    if (nodes_at_once == 1) {
      pack_plainly(marks, yes[word], no[word]);
      continue;
    }
    yes[word] = no[word] = 0;
    for (std::size_t node = 0; node < 64; node += nodes_at_once) {
      const auto both = hn::LoadU(d, reinterpret_cast<const std::uint16_t*>(marks + 2 * node));
      const auto bits = [&](auto mask) HWY_ATTR {
        std::uint64_t found = 0;
        hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t*>(&found));
        return found << node;
      };
      yes[word] |= bits(hn::Eq(both, hn::Set(d, both_yes)));
      no[word] |= bits(hn::Eq(both, hn::Set(d, both_no)));
    }
  }
}

template <class T>
HWY_INLINE void add(const ScoreBlocks<T>& blocks, const Mark* marks, T* words) {
  const hn::CappedTag<T, words_a_line<T>> d;
  constexpr std::size_t step = hn::MaxLanes(d);
  constexpr std::size_t vectors = words_a_line<T> / step;
  const ScoreLine<T>* const lines = blocks.lines.data();
  const ScoreEntry* const entries = blocks.entries.data();
  for (const ScoreBlock<T>& block : blocks.blocks) {
    hn::Vec<decltype(d)> sums[vectors];
    for (std::size_t i = 0; i < vectors; ++i) sums[i] = hn::Load(d, block.base.data() + i * step);
    for (const ScoreEntry* entry = entries + block.begin; entry != entries + block.end; ++entry) {
      const Mark mark = marks[entry->when.code];
      const std::uint32_t some = is_no(mark) ? 0 : ~std::uint32_t{0};  // A mask, because a choice would be guessed.
      const T* const line = lines[(entry->line + (is_yes(mark) ? 1U : 0U)) & some].data();
      for (std::size_t i = 0; i < vectors; ++i) sums[i] = hn::Add(sums[i], hn::Load(d, line + i * step));
    }
    for (std::size_t i = 0; i < vectors; ++i) hn::StoreU(sums[i], d, words + i * step);
    words += words_a_line<T>;
  }
}

void add_short(const ScoreBlocks<std::uint32_t>& blocks, const Mark* marks, std::uint32_t* words) {
  add(blocks, marks, words);
}
void add_long(const ScoreBlocks<std::uint64_t>& blocks, const Mark* marks, std::uint64_t* words) {
  add(blocks, marks, words);
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

Kernel kernel() { return {VERTEBRA_LEVEL, &find, &narrow, &spread, &pack, &add_short, &add_long, &rank}; }

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
