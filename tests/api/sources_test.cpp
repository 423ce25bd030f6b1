// What an outcome cites by an id can be looked up.

#include <gtest/gtest.h>

#include <algorithm>

#include <vertebra/vertebra.hpp>

namespace vertebra {
namespace {

SourceInfo find(const RuleSet& rule_set, std::string_view guide, std::string_view id) {
  const auto all = guides(rule_set);
  const auto of = std::ranges::find(all, guide, &GuideInfo::id);
  EXPECT_NE(of, all.end());
  const auto found = std::ranges::find(of->sources, id, &SourceInfo::id);
  EXPECT_NE(found, of->sources.end());
  return *found;
}

TEST(Sources, SayWhereTheyStandAndHowWellTheyWereChecked) {
  const auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default");
  ASSERT_TRUE(loaded.rule_set);
  const SourceInfo general = find(*loaded.rule_set, "red_flag_tiers", "R-5");
  EXPECT_EQ(general.mark, "GK");
  EXPECT_EQ(general.section, "General knowledge");
  EXPECT_EQ(general.interprets, "");
  EXPECT_FALSE(general.says.empty());
  const SourceInfo reading = find(*loaded.rule_set, "red_flag_tiers", "I-T3");
  EXPECT_EQ(reading.mark, "GK");
  EXPECT_EQ(reading.interprets, "R-3");
  const SourceInfo page = find(*loaded.rule_set, "spine_pro", "S40");
  EXPECT_FALSE(page.section.empty());
  EXPECT_FALSE(page.locator.empty());
}

}  // namespace
}  // namespace vertebra
