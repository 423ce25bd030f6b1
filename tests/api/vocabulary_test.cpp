#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include <vertebra/vertebra.hpp>

namespace vertebra {
namespace {

RuleSet rules(const char* profile) {
  return *load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", profile).rule_set;
}

TEST(Vocabulary, CareLevelsStandFromTheLeastUrgentWithTheirRanks) {
  const RuleSet rule_set = rules("spine_pro");
  const auto levels = care_levels(rule_set);
  std::vector<std::string_view> ids;
  for (const CareLevel& level : levels) {
    EXPECT_EQ(level.rank, static_cast<int>(ids.size()));
    EXPECT_FALSE(level.label.empty());
    ids.push_back(level.id);
  }
  EXPECT_THAT(ids, testing::ElementsAre("self_care", "routine", "within_days", "same_day", "emergency"));
}

TEST(Vocabulary, RankedTreatmentsStandAsTheirSummariesDo) {
  const Engine engine{rules("default")};
  const auto ids = ranked_treatments(engine.rule_set());
  Patient patient{engine};
  ASSERT_TRUE(patient.set("lbp_present", true));
  Evaluator evaluator{engine};
  const Outcome& outcome = evaluator.evaluate(patient, date(2026, 1, 31));
  const auto advice = outcome.treatments();
  ASSERT_EQ(ids.size(), advice.size());
  ASSERT_EQ(ids.size(), outcome.summaries().size());
  for (const TreatmentSummary& summary : outcome.summaries()) {
    const auto said = std::ranges::find(advice, ids[summary.index], &TreatmentAdvice::id);
    ASSERT_NE(said, advice.end()) << ids[summary.index];
    EXPECT_EQ(said->rank, summary.rank);
    EXPECT_EQ(said->verdict, summary.verdict);
  }
}

}  // namespace
}  // namespace vertebra
