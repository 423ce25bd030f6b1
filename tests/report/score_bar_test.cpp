#include "report/score_bar.hpp"

#include <gtest/gtest.h>

namespace vertebra::report {
namespace {

struct BarCase {
  Score score;
  int most;
  const char* bar;  // Ten columns wide.
};

TEST(ScoreBar, IsSolidToTheLowEndAndLightToTheHighEnd) {
  constexpr BarCase cases[] = {
      {{10, 10}, 10, "██████████"},
      {{5, 5}, 10, "█████     "},
      {{4, 8}, 10, "████░░░░  "},
      {{0, 10}, 10, "░░░░░░░░░░"},
      {{0, 0}, 10, "          "},
      {{-6, 5}, 10, "░░░░░     "},
      {{-6, -2}, 10, "          "},
      {{1, 1}, 100, "█         "},
      {{0, 0}, 0, "          "},
      {{-3, -3}, -1, "          "},
      {{1000000, 1000000}, 1000000, "██████████"},
  };
  for (const auto& row : cases) {
    EXPECT_EQ(score_bar(row.score, row.most, 10), row.bar) << row.score.low << " to " << row.score.high;
  }
}

TEST(ScoreBar, WritesOneNumberOrBothEnds) {
  EXPECT_EQ(score_text({28, 28}), "28");
  EXPECT_EQ(score_text({20, 28}), "20–28");
  EXPECT_EQ(score_text({-6, -2}), "−6 to −2");
  EXPECT_EQ(score_text({-6, 3}), "−6 to 3");
  EXPECT_EQ(score_text({-6, -6}), "−6");
}

TEST(ScoreBar, GivesPointsTheirSign) {
  EXPECT_EQ(points_text(8), "+8");
  EXPECT_EQ(points_text(-6), "−6");
  EXPECT_EQ(points_text(0), "+0");
}

}  // namespace
}  // namespace vertebra::report
