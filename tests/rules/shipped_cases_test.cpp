#include <gtest/gtest.h>

#include <vertebra/cases.hpp>

namespace vertebra {
namespace {

const CaseRun& shipped() {
  static const CaseRun run = run_cases(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", {date(2026, 1, 31), {}, {}, {}});
  return run;
}

TEST(ShippedCases, AllPass) {
  EXPECT_TRUE(shipped().diagnostics.empty());
  EXPECT_GE(shipped().results.size(), 400U);
  EXPECT_EQ(shipped().failed(), 0U) << to_text(shipped());
}

TEST(ShippedCases, SeeEveryRuleYesNoAndUnknown) {
  EXPECT_GE(shipped().coverage.rules.size(), 150U);
  EXPECT_EQ(shipped().coverage.basis_points(), 10000) << to_text(shipped());
}

}  // namespace
}  // namespace vertebra
