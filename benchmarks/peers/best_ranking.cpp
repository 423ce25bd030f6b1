#include <algorithm>
#include <bit>
#include <string_view>

#include "writers.hpp"

// How the fastest C++ ranks: its numbers are constants, so that few treatments are ranked in registers.
namespace peers {
namespace {

constexpr std::size_t few_treatments = 400;

// One number that sorts as the contract ranks, highest first. It holds its own place, so that no two are equal; 0 is not
// ranked.
constexpr std::string_view key = R"(
constexpr std::int32_t key_of(std::uint32_t group, Score score, std::uint32_t place) {
  const std::uint32_t low = static_cast<std::uint32_t>(low_of(score) - least_points);
  const std::uint32_t high = static_cast<std::uint32_t>(high_of(score) - least_points);
  const std::uint32_t key = ((group << score_bits | low) << score_bits | high) << place_bits | (treatments - place);
  return static_cast<std::int32_t>(group == 0 ? 0 : key);
}
)";

// How many keys are above each: all compared with all, many at once.
constexpr std::string_view few = R"(
constexpr std::size_t padded = (treatments + 15) / 16 * 16;

#if defined(__x86_64__) && !defined(__clang__)
__attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#endif
void rank(const std::int32_t* keys, std::uint16_t* ranks) {
  std::array<std::int32_t, padded> above{};
  for (std::size_t j = 0; j < treatments; ++j) {
    const std::int32_t key = keys[j];
    for (std::size_t i = 0; i < padded; ++i) above[i] += keys[i] < key;
  }
  for (std::size_t i = 0; i < treatments; ++i)
    ranks[i] = static_cast<std::uint16_t>(keys[i] == 0 ? 0 : above[i] + 1);
}
)";

// A stable counting sort, eight bits at a time, highest key first; so the place need not be in the key.
constexpr std::string_view many = R"(
constexpr std::size_t padded = treatments;

void rank(const std::int32_t* keys, std::uint16_t* ranks) {
  struct Item {
    std::uint32_t key;
    std::uint32_t place;
  };
  static std::array<Item, treatments + 1> first, second;
  Item* items = first.data();
  Item* sorted = second.data();
  std::array<std::array<std::uint32_t, 256>, (2 + 2 * score_bits + 7) / 8> counts{};
  std::size_t listed = 0;
  for (std::uint32_t i = 0; i < treatments; ++i) {
    ranks[i] = 0;
    items[listed] = {static_cast<std::uint32_t>(keys[i]) >> place_bits, i};
    listed += keys[i] != 0;
  }
  for (std::size_t i = 0; i < listed; ++i) {
    for (std::size_t digit = 0; digit < counts.size(); ++digit) ++counts[digit][items[i].key >> 8 * digit & 255];
  }
  for (std::size_t digit = 0; digit < counts.size(); ++digit) {
    std::uint32_t before = 0;
    for (std::size_t value = 256; value-- > 0;) {
      const std::uint32_t here = counts[digit][value];
      counts[digit][value] = before;
      before += here;
    }
    for (std::size_t i = 0; i < listed; ++i) sorted[counts[digit][items[i].key >> 8 * digit & 255]++] = items[i];
    std::swap(items, sorted);
  }
  for (std::size_t i = 0; i < listed; ++i) ranks[items[i].place] = static_cast<std::uint16_t>(i + 1);
}
)";

struct Bounds {
  int low = 0;
  int high = 0;
};

Bounds bounds(const Plan& plan, const Treatment& treatment) {
  Bounds result{treatment.base, treatment.base};
  for (const int i : treatment.opinions) {
    for (const Argument& each : plan.opinions[static_cast<std::size_t>(i)].arguments)
      (each.points < 0 ? result.low : result.high) += each.points;
  }
  return result;
}

}  // namespace

std::string best_ranking(const Plan& plan) {
  Bounds all{1 << 14, -(1 << 14)};
  for (const Treatment& each : plan.treatments) {
    const Bounds one = bounds(plan, each);
    all = {std::min(all.low, one.low), std::max(all.high, one.high)};
  }
  const int score_bits = std::bit_width(static_cast<unsigned>(std::max(all.high - all.low, 0)));
  const int place_bits = static_cast<int>(std::bit_width(plan.treatments.size()));
  if (all.low < -(1 << 14) || all.high >= 1 << 14 || 2 + 2 * score_bits + place_bits > 31)
    fail("the scores are too wide for the keys of the best hand-written code");
  const std::string numbers = "constexpr int least_points = " + std::to_string(all.low) +
                              ", score_bits = " + std::to_string(score_bits) +
                              ", place_bits = " + std::to_string(place_bits) + ";\n";
  return numbers + std::string{key} + std::string{plan.treatments.size() <= few_treatments ? few : many};
}

}  // namespace peers
