#include "rank/stability.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ostream>
#include <vector>

namespace vertebra::rank {

void PrintTo(const Swap& swap, std::ostream* out) {
  *out << "word " << swap.strength << " by " << swap.change << " for treatment " << swap.treatment;
}

namespace {

constexpr int offered = 0;
constexpr int provisional = 1;
constexpr int deferred = 2;
constexpr int blocked = 3;

struct Row {
  std::uint32_t word = image::none;
  int low = 0;
  int high = 0;
  int state = offered;
};

// The rule of rank (rule-language section 5), written out.
bool before(const std::vector<Row>& rows, std::uint32_t a, std::uint32_t b) {
  if (rows[a].state != rows[b].state) return rows[a].state < rows[b].state;
  if (rows[a].low != rows[b].low) return rows[a].low > rows[b].low;
  if (rows[a].high != rows[b].high) return rows[a].high > rows[b].high;
  return a < b;
}

std::vector<std::uint32_t> order_of(const std::vector<Row>& rows) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    if (rows[i].state != blocked) order.push_back(i);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return before(rows, a, b); });
  return order;
}

image::Image image_of(const std::vector<Row>& rows, std::size_t words) {
  image::Image image;
  image.strengths.resize(words);
  image.treatments.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) image.treatments[i].strength = rows[i].word;
  return image;
}

eval::Result result_of(const std::vector<Row>& rows) {
  eval::Result result;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const Verdict verdicts[] = {Verdict::offered, Verdict::provisional, Verdict::withheld, Verdict::withheld};
    const Cause causes[] = {Cause::none, Cause::none, Cause::deferred, Cause::blocked};
    result.treatments.push_back({i, verdicts[rows[i].state], causes[rows[i].state], {rows[i].low, rows[i].high}, 0});
  }
  result.order = order_of(rows);
  return result;
}

std::optional<Swap> swap_of(const std::vector<Row>& rows, std::size_t words) {
  return first_place_swap(image_of(rows, words), result_of(rows));
}

struct Example {
  const char* name;
  std::vector<Row> rows;
  std::optional<Swap> expected;
};

// Two words, 0 and 1. Swap: word, change, treatment.
const Example examples[] = {
    {"nothing_is_ranked", {{0, 20, 20, blocked}}, {}},
    {"one_alone_stays_first", {{0, 20, 20}}, {}},
    {"one_word_moves_both_alike", {{0, 20, 20}, {0, 19, 19}}, {}},
    {"without_words_nothing_moves", {{image::none, 2, 2}, {image::none, 1, 1}}, {}},
    {"equal_sizes_take_the_negative", {{0, 20, 20}, {1, 17, 17}}, Swap{0, -4, 1}},
    {"an_earlier_rival_wins_the_tie", {{0, 17, 17}, {1, 20, 20}}, Swap{1, -3, 0}},
    {"a_higher_high_end_wins_the_tie", {{0, 20, 20}, {1, 17, 30}}, Swap{0, -3, 1}},
    {"a_lower_high_end_loses_the_tie", {{1, 17, 19}, {0, 20, 24}}, Swap{0, -4, 0}},
    {"only_the_rival_has_a_word", {{image::none, 20, 20}, {1, 15, 15}}, Swap{1, 6, 1}},
    {"only_the_first_has_a_word", {{image::none, 15, 15}, {1, 20, 20}}, Swap{1, -5, 0}},
    {"a_tie_at_first_needs_one_point", {{0, 20, 20}, {1, 20, 20}}, Swap{0, -1, 1}},
    {"another_class_is_out_of_reach", {{0, 20, 20}, {1, 90, 90, provisional}}, {}},
    {"the_deferred_compete_among_themselves", {{0, 20, 20, deferred}, {1, 19, 19, deferred}}, Swap{0, -2, 1}},
    {"the_blocked_do_not_compete", {{0, 20, 20}, {1, 19, 19, blocked}, {1, 10, 10}}, Swap{0, -11, 2}},
    {"the_best_of_those_that_rise_is_first", {{0, 20, 20}, {1, 18, 18}, {1, 18, 25}}, Swap{0, -2, 2}},
    {"the_nearest_rival_decides_the_size", {{0, 20, 20}, {0, 19, 19}, {1, 10, 10}}, Swap{0, -11, 2}},
    {"two_to_the_twentieth_is_the_limit", {{0, 1 << 20, 1 << 20}, {1, 1, 1}}, Swap{0, -(1 << 20), 1}},
    {"beyond_the_limit_there_is_none", {{0, 1 << 20, 1 << 20}, {1, 0, 0}}, {}},
    {"sums_near_the_limit_do_not_overflow", {{0, (1 << 30) - 1, (1 << 30) - 1}, {1, 1 - (1 << 30), 0}}, {}},
};

TEST(FirstPlaceSwap, FollowsTheExamples) {
  for (const Example& example : examples) EXPECT_EQ(swap_of(example.rows, 2), example.expected) << example.name;
}

// Every change of every word, smallest first, the negative before the positive, words in order.
std::optional<Swap> by_trying(const std::vector<Row>& rows, std::uint32_t words, int furthest) {
  if (order_of(rows).empty()) return std::nullopt;
  for (int size = 1; size <= furthest; ++size)
    for (const int change : {-size, size})
      for (std::uint32_t word = 0; word < words; ++word) {
        std::vector<Row> moved = rows;
        for (Row& row : moved) {
          row.low += row.word == word ? change : 0;
          row.high += row.word == word ? change : 0;
        }
        const std::uint32_t first = order_of(moved).front();
        if (first != order_of(rows).front()) return Swap{word, change, first};
      }
  return std::nullopt;
}

RC_GTEST_PROP(FirstPlaceSwap, IsWhatTryingEveryChangeFinds, ()) {
  const std::uint32_t words = *rc::gen::inRange(0U, 4U);
  std::vector<Row> rows(*rc::gen::inRange<std::size_t>(0, 7));
  for (Row& row : rows) {
    const std::uint32_t word = *rc::gen::inRange(0U, words + 1);
    row.word = word == words ? image::none : word;
    row.low = *rc::gen::inRange(-5, 6);
    row.high = row.low + *rc::gen::inRange(0, 4);
    row.state = *rc::gen::inRange(0, 4);
  }
  RC_ASSERT(swap_of(rows, words) == by_trying(rows, words, 12));
}

}  // namespace
}  // namespace vertebra::rank
