#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "eval/patient_executor.hpp"

// Ranks of many treatments, few treatments, small points and large points: the contract's order, by a plain sort.
namespace vertebra::eval {
namespace {

constexpr image::Literal fact{0};

// A treatment for each number of points; the answer to the only fact opens every score by its own amount.
image::Image image_with(const std::vector<std::int32_t>& points, const std::vector<std::int32_t>& open) {
  image::Image image;
  image.gates = {{0, 0, {}, {image::none}}};
  image.levels = {0, 1};
  image.first_gate = 64;
  image.first_sum = 128;
  const image::Literal constant{image.first_gate * 2};
  image.facts.resize(1);
  image.facts[0].tests = {0, 1};
  image.tests = {{0, false, 0, 0b10}};
  image.guides.resize(1);
  image.guides[0].scope = constant;
  image.care_levels.resize(2);
  image.deferred = !constant;
  image.rows = {{fact, {0, static_cast<std::uint32_t>(open.size())}}};
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    image.treatments.emplace_back();
    image.treatments.back().indication = image.treatments.back().indicated_when = i % 5 == 0 ? !fact : constant;
    image.treatments.back().blocked = i % 7 == 0 ? fact : !constant;
    image.base.push_back(points[i]);
    image.effects.push_back({i, std::max(open[i], 0), std::min(open[i], 0)});
  }
  return image;
}

// Offered before provisional, then the low end, the high end, the catalogue.
std::vector<std::uint32_t> sorted(const std::vector<TreatmentSummary>& treatments) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < treatments.size(); ++i) {
    if (treatments[i].verdict != Verdict::withheld) order.push_back(i);
  }
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const TreatmentSummary &one = treatments[a], &other = treatments[b];
    if (one.verdict != other.verdict) return one.verdict < other.verdict;
    if (one.score.low != other.score.low) return one.score.low > other.score.low;
    return one.score.high > other.score.high;
  });
  return order;
}

void expect_order(const image::Image& image, const Kernel& kernel, std::uint64_t cells) {
  Answers answers{image};
  answers.set(image, 0, {cells, 0, 0});
  Result result = prepare(image);
  PatientExecutor{image, kernel}.run(answers, date(2026, 1, 31), result);
  ASSERT_EQ(result.order, sorted(result.treatments));
  ASSERT_FALSE(result.order.empty());
  std::vector<int> ranks(result.treatments.size(), 0);
  for (std::size_t i = 0; i < result.order.size(); ++i) ranks[result.order[i]] = static_cast<int>(i) + 1;
  for (std::size_t i = 0; i < ranks.size(); ++i) ASSERT_EQ(result.treatments[i].rank, ranks[i]);
}

TEST(Ranking, IsThatOfTheContractForAnyNumberOfTreatmentsAndPoints) {
  std::mt19937 random{7};
  for (const std::int32_t most : {0, 3, 40, 5000, (1 << 29) - 1}) {
    for (const std::size_t count : {2U, 8U, 9U, 17U, 33U, 64U, 65U, 300U}) {
      const auto any = [&] { return std::uniform_int_distribution{-most, most}(random); };
      std::vector<std::int32_t> points(count), open(count);
      std::ranges::generate(points, any);
      std::ranges::generate(open, any);
      const image::Image image = image_with(points, open);
      for (const Kernel& kernel : kernels()) {
        for (const std::uint64_t cells : {0b01, 0b10, 0b11})
          ASSERT_NO_FATAL_FAILURE(expect_order(image, kernel, cells))
              << kernel.level << ", " << count << " of " << most;
      }
    }
  }
}

// Worked out by hand: +8 and -6 open, -5 open.
TEST(Ranking, KeepsBothEndsOfAScore) {
  const image::Image image = image_with({0, -20, 24, 7}, {8, -5, -6, 0});
  Answers answers{image};
  Result result = prepare(image);
  PatientExecutor{image}.run(answers, date(2026, 1, 31), result);
  EXPECT_EQ(result.treatments[0].score, (Score{0, 8}));
  EXPECT_EQ(result.treatments[1].score, (Score{-25, -20}));
  EXPECT_EQ(result.treatments[2].score, (Score{18, 24}));
  EXPECT_EQ(result.treatments[3].score, (Score{7, 7}));
  EXPECT_EQ(result.order, (std::vector<std::uint32_t>{2, 3, 1, 0}));  // The first waits on its indication.
}

}  // namespace
}  // namespace vertebra::eval
