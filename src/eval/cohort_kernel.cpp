#include "eval/cohort_kernel.hpp"

#include <algorithm>
#include <cstdint>

#include "eval/levels.hpp"
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "eval/cohort_kernel.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "eval/kernel_levels.hpp"

HWY_BEFORE_NAMESPACE();
namespace vertebra::eval {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t word_rows = 64;
constexpr std::size_t cache_line = 64;
// Bytes of a column that are fetched before they are read: the processor by itself stops at pages.
constexpr std::size_t ahead = 2048;

// Asks a question of 64 rows at a time; the answer of a row past the last is never looked at, its value never read.
template <class D, class T, class Ask>
HWY_INLINE void ask_rows(D d, const T* values, std::size_t rows, std::uint64_t* bits, Ask&& ask) {
  constexpr std::size_t lanes = hn::MaxLanes(d);
  T last_values[word_rows];
  for (std::size_t first = 0; first < rows; first += word_rows, ++bits) {
    const T* from = values + first;
    for (std::size_t line = 0; line < word_rows * sizeof(T); line += cache_line)
      hwy::Prefetch(reinterpret_cast<const char*>(from) + ahead + line);
    if (rows - first < word_rows) {
      for (std::size_t i = 0; i < word_rows; ++i) last_values[i] = from[i < rows - first ? i : 0];
      from = last_values;
    }
    std::uint64_t word = 0;
    for (std::size_t lane = 0; lane < word_rows; lane += lanes) {
      std::uint8_t bytes[8] = {};
      hn::StoreMaskBits(d, ask(hn::LoadU(d, from + lane)), bytes);
      std::uint64_t part = 0;
      for (std::size_t i = 0; i < (lanes + 7) / 8; ++i) part |= std::uint64_t{bytes[i]} << (8 * i);
      if (lanes < 8) part &= (std::uint64_t{1} << (lanes % 64)) - 1;
      word |= part << lane;
    }
    *bits = word;
  }
}

void equal_bytes(const std::int8_t* values, std::size_t rows, std::int8_t value, std::uint64_t* bits) {
  const hn::CappedTag<std::int8_t, 64> d;
  const auto wanted = hn::Set(d, value);
  ask_rows(d, values, rows, bits, [&](auto each) HWY_ATTR { return hn::Eq(each, wanted); });
}

void equal_codes(const std::int32_t* values, std::size_t rows, std::int32_t value, std::uint64_t* bits) {
  const hn::CappedTag<std::int32_t, 16> d;
  const auto wanted = hn::Set(d, value);
  ask_rows(d, values, rows, bits, [&](auto each) HWY_ATTR { return hn::Eq(each, wanted); });
}

void above(const double* values, std::size_t rows, double cut, bool strict, std::uint64_t* bits) {
  const hn::CappedTag<double, 8> d;
  const auto limit = hn::Set(d, cut);
  if (strict) {
    ask_rows(d, values, rows, bits, [&](auto each) HWY_ATTR { return hn::Gt(each, limit); });
  } else {
    ask_rows(d, values, rows, bits, [&](auto each) HWY_ATTR { return hn::Ge(each, limit); });
  }
}

template <class Combine>
HWY_INLINE void combine(std::uint64_t* bits, const std::uint64_t* other, std::size_t words, Combine&& each) {
  const hn::CappedTag<std::uint64_t, 8> d;
  constexpr std::size_t lanes = hn::MaxLanes(d);
  std::size_t i = 0;
  for (; i + lanes <= words; i += lanes) hn::StoreU(each(hn::LoadU(d, bits + i), hn::LoadU(d, other + i)), d, bits + i);
  const hn::CappedTag<std::uint64_t, 1> one;
  for (; i < words; ++i) hn::StoreU(each(hn::LoadU(one, bits + i), hn::LoadU(one, other + i)), one, bits + i);
}

void intersect(std::uint64_t* bits, const std::uint64_t* other, std::size_t words) {
  combine(bits, other, words, [](auto a, auto b) HWY_ATTR { return hn::And(a, b); });
}

void unite(std::uint64_t* bits, const std::uint64_t* other, std::size_t words) {
  combine(bits, other, words, [](auto a, auto b) HWY_ATTR { return hn::Or(a, b); });
}

using Rows = hn::CappedTag<std::int32_t, 16>;
using URows = hn::RebindToUnsigned<Rows>;
constexpr std::size_t row_lanes = hn::MaxLanes(Rows{});

// The bits of the lanes that begin at `row`, as a mask.
HWY_INLINE auto rows_at(const std::uint64_t* bits, std::size_t row) {
  const std::uint64_t word = bits[row / word_rows] >> (row % word_rows);
  std::uint8_t bytes[8];
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(word >> (8 * i));
  return hn::LoadMaskBits(URows{}, bytes);
}

void put_bytes(const std::uint64_t* bits, std::size_t rows, std::uint8_t value, std::uint8_t* values) {
  const hn::CappedTag<std::uint8_t, 64> d;
  constexpr std::size_t lanes = hn::MaxLanes(d);
  const auto wanted = hn::Set(d, value);
  std::size_t row = 0;
  for (; row + lanes <= rows; row += lanes) {
    const std::uint64_t word = bits[row / word_rows] >> (row % word_rows);
    std::uint8_t bytes[8];
    for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(word >> (8 * i));
    const auto here = hn::LoadMaskBits(d, bytes);
    hn::StoreU(hn::IfThenElse(here, wanted, hn::LoadU(d, values + row)), d, values + row);
  }
  for (; row < rows; ++row) {
    if ((bits[row / word_rows] >> (row % word_rows) & 1) != 0) values[row] = value;
  }
}

// `value` is added where the mask holds: in one step where masks are registers of their own.
template <class D, class Mask>
HWY_INLINE hn::Vec<D> add_where(D d, Mask mask, hn::Vec<D> sum, hn::TFromD<D> value) {
  if constexpr (HWY_TARGET == HWY_AVX3_DL) return hn::IfThenElse(mask, hn::Add(sum, hn::Set(d, value)), sum);
  return hn::Add(sum, hn::IfThenElseZero(mask, hn::Set(d, value)));
}

template <class D, class Mask>
HWY_INLINE hn::Vec<D> one_more_where(D d, Mask mask, hn::Vec<D> sum) {
  if constexpr (HWY_TARGET == HWY_AVX3_DL) return add_where(d, mask, sum, 1);
  return hn::Sub(sum, hn::VecFromMask(d, mask));
}

void add(std::span<const RowShare> shares, std::uint32_t base, std::size_t rows, std::uint32_t* words) {
  const URows d;
  for (std::size_t row = 0; row < rows; row += row_lanes) {
    auto sum = hn::Set(d, base);
    for (const RowShare& share : shares) {
      sum = add_where(d, rows_at(share.yes, row), sum, share.when_yes);
      sum = add_where(d, rows_at(share.no, row), sum, share.when_no);
    }
    hn::StoreU(sum, d, words + row);
  }
}

void mark(const std::uint32_t* words, const std::uint64_t* listed, const std::uint64_t* offered, std::uint32_t offer,
          std::size_t rows, std::uint32_t* keys) {
  const URows d;
  for (std::size_t row = 0; row < rows; row += row_lanes) {
    auto key = hn::LoadU(d, words + row);
    key = hn::Or(key, hn::IfThenElseZero(rows_at(offered, row), hn::Set(d, offer)));
    key = hn::IfThenElse(rows_at(listed, row), key, hn::Set(d, ~std::uint32_t{0}));
    hn::StoreU(key, d, keys + row);
  }
}

void take_end(const std::uint32_t* words, unsigned shift, std::uint32_t mask, std::int32_t least, std::size_t rows,
              std::int32_t* ends) {
  const Rows d;
  const URows du;
  const auto end_of = [&](std::uint32_t word) { return static_cast<std::int32_t>(word >> shift & mask) + least; };
  std::size_t row = 0;
  for (; row < rows && reinterpret_cast<std::uintptr_t>(ends + row) % (row_lanes * sizeof *ends) != 0; ++row)
    ends[row] = end_of(words[row]);
  for (; row + row_lanes <= rows; row += row_lanes) {
    const auto end =
        hn::And(hn::ShiftRightSame(hn::LoadU(du, words + row), static_cast<int>(shift)), hn::Set(du, mask));
    hn::Stream(hn::Add(hn::BitCast(d, end), hn::Set(d, least)), d, ends + row);
  }
  for (; row < rows; ++row) ends[row] = end_of(words[row]);
  hwy::FlushStream();
}

// Treatments that are compared with all others together, so that each key is read once for all of them.
constexpr std::size_t tile = row_lanes == 16 ? 8 : 4;

HWY_INLINE void put_ranks(hn::Vec<Rows> found, std::size_t rows, std::uint16_t* ranks) {
  const hn::Rebind<std::uint16_t, Rows> d;
  const auto demoted = hn::DemoteTo(d, found);
  if (rows >= row_lanes) return hn::StoreU(demoted, d, ranks);
  std::uint16_t last[row_lanes];
  hn::StoreU(demoted, d, last);
  std::copy_n(last, rows, ranks);
}

// Of `Size` treatments from `first` on.
template <std::size_t Size>
HWY_INLINE void rank_tile(const std::uint32_t* keys, std::size_t key_stride, std::size_t count, std::size_t first,
                          std::size_t rows, std::uint16_t* ranks, std::size_t rank_stride) {
  const Rows d;
  const URows du;
  hn::Vec<Rows> own[Size], place[Size];
  for (std::size_t row = 0; row < rows; row += row_lanes) {
    const auto key_of = [&](std::size_t treatment)
                            HWY_ATTR { return hn::BitCast(d, hn::LoadU(du, keys + treatment * key_stride + row)); };
    for (std::size_t i = 0; i < Size; ++i) {
      own[i] = key_of(first + i);
      place[i] = hn::Set(d, 1);
    }
    for (std::size_t other = 0; other < count; ++other) {
      const auto key = key_of(other);
      for (std::size_t i = 0; i < Size; ++i) place[i] = one_more_where(d, hn::Gt(key, own[i]), place[i]);
    }
    for (std::size_t i = 0; i < Size; ++i)
      put_ranks(hn::IfThenZeroElse(hn::Lt(own[i], hn::Zero(d)), place[i]), rows - row,
                ranks + (first + i) * rank_stride + row);
  }
}

void rank(const std::uint32_t* keys, std::size_t key_stride, std::size_t count, std::size_t rows, std::uint16_t* ranks,
          std::size_t rank_stride) {
  std::size_t first = 0;
  for (; first + tile <= count; first += tile)
    rank_tile<tile>(keys, key_stride, count, first, rows, ranks, rank_stride);
  for (; first < count; ++first) rank_tile<1>(keys, key_stride, count, first, rows, ranks, rank_stride);
}

CohortKernel cohort_kernel() {
  return {VERTEBRA_LEVEL, &intersect, &unite, &equal_bytes, &equal_codes, &above,
          &put_bytes,     &add,       &mark,  &take_end,    &rank};
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace vertebra::eval
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vertebra::eval {
namespace {

HWY_EXPORT(cohort_kernel);

}  // namespace

std::span<const CohortKernel> cohort_kernels() {
  static const KernelLevels<CohortKernel> levels{HWY_TARGETS, HWY_STATIC_TARGET, HWY_DISPATCH_TABLE(cohort_kernel),
                                                 [](const hwy::ChosenTarget& chosen) { return chosen.GetIndex(); }};
  return levels.list();
}

}  // namespace vertebra::eval
#endif
