#include "load/loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "load/example_rules.hpp"

namespace vertebra::load {
namespace {

using model::Operator;
using testing::ElementsAre;
using testing::IsEmpty;

class LoadedExample : public testing::Test {
 protected:
  LoadedExample() : loaded_{load(example_texts())} {
    for (const Diagnostic& each : loaded_.diagnostics) ADD_FAILURE() << to_string(each);
  }

  void SetUp() override { ASSERT_TRUE(loaded_.rules.has_value()); }

  const model::Vocabulary& vocabulary() const { return loaded_.rules->vocabulary; }
  const model::Guide& page() const { return loaded_.rules->guides[0]; }

  Loaded loaded_;
};

template <class List>
std::vector<std::string> ids(const List& list) {
  std::vector<std::string> result;
  for (const auto& each : list) result.push_back(each.id);
  return result;
}

TEST_F(LoadedExample, KeepsLevelsAndTreatmentsInWrittenOrder) {
  EXPECT_EQ(vocabulary().id, "back_pain");
  EXPECT_EQ(vocabulary().version, "1.0.0");
  EXPECT_THAT(ids(vocabulary().care_levels), ElementsAre("self_care", "same_day", "emergency"));
  EXPECT_THAT(ids(vocabulary().treatments),
              ElementsAre("ibuprofen", "otc_analgesic", "thermal_therapy", "heat", "massage_therapy"));
}

TEST_F(LoadedExample, ReadsTextsInTheFirstLanguageAndTheOthers) {
  EXPECT_EQ(vocabulary().care_levels[0].label.text, "Care for yourself at home");
  EXPECT_THAT(vocabulary().care_levels[0].label.translations, ElementsAre(std::pair{"de", "Zu Hause"}));
  EXPECT_THAT(vocabulary().care_levels[1].label.translations, IsEmpty());
  EXPECT_EQ(page().sources[0].says.text, "Pain that outlasts a few weeks\ndeserves advice.");
}

TEST_F(LoadedExample, ReadsAQuantityWithUnitRangeAndWords) {
  const auto& duration = vocabulary().facts[1].shape;
  EXPECT_EQ(duration.type, base::FactType::quantity);
  EXPECT_EQ(duration.unit.ucum, "d");
  EXPECT_EQ(duration.max, 36500);
  const auto& severity = vocabulary().facts[2].shape;
  ASSERT_EQ(severity.words.size(), 3U);
  EXPECT_EQ(severity.words[1].first, "moderate");
  EXPECT_EQ(severity.words[1].second, (std::pair{4.0, 6.0}));
}

TEST_F(LoadedExample, ReadsAChoiceWithPanelAndCodes) {
  const auto& leg_pain = vocabulary().facts[3];
  EXPECT_THAT(leg_pain.shape.choices, ElementsAre("none", "one_leg", "both_legs"));
  EXPECT_EQ(leg_pain.panel, "legs");
  ASSERT_EQ(leg_pain.codes.size(), 2U);
  EXPECT_EQ(leg_pain.codes[0].value, "");
  EXPECT_EQ(leg_pain.codes[1].value, "one_leg");
}

TEST_F(LoadedExample, SplitsAConsistencyRuleIntoPartsAndAChainIntoTwo) {
  const auto& clause = vocabulary().consistency[1];
  ASSERT_EQ(clause.parts.size(), 3U);
  EXPECT_EQ(clause.parts[0].op, Operator::negation);
  EXPECT_EQ(clause.parts[1].threshold, 38);
  EXPECT_EQ(clause.parts[2].threshold, 43);
  EXPECT_EQ(vocabulary().facts[static_cast<std::size_t>(clause.set_aside)].shape.id, "fever");
}

TEST_F(LoadedExample, KnowsGroupsFromWhatIsPartOfThem) {
  const auto& treatments = vocabulary().treatments;
  EXPECT_EQ(treatments[0].part_of, 1);
  EXPECT_TRUE(treatments[1].is_group);
  EXPECT_FALSE(treatments[0].is_group);
  EXPECT_EQ(treatments[4].part_of, -1);
}

TEST_F(LoadedExample, JoinsTheFilesOfAGuide) {
  EXPECT_THAT(ids(loaded_.rules->guides), ElementsAre("page", "safety"));
  EXPECT_EQ(page().status, model::Status::draft);
  EXPECT_EQ(page().valid_until, date(2030, 12, 31));
  EXPECT_EQ(page().defer_from, 1);
  EXPECT_THAT(ids(page().sources), ElementsAre("S40", "I-1", "S21", "X3", "S9"));
  EXPECT_EQ(page().sources[1].interprets, "S40");
  EXPECT_TRUE(page().sources[2].unspecified);
  EXPECT_EQ(page().sources[3].excluded, "testimonial");
  EXPECT_TRUE(page().sources[4].education);
}

TEST_F(LoadedExample, ResolvesNamesThatStandInLaterFiles) {
  const auto& past = page().conditions[0].when;
  EXPECT_EQ(past.op, Operator::comparison);
  EXPECT_EQ(past.fact, 1);
  EXPECT_EQ(past.parameter, 0);
  EXPECT_EQ(past.threshold, 28);  // 4 wk in days
  EXPECT_THAT(page().conditions[0].sources, ElementsAre(0));
}

TEST_F(LoadedExample, ResolvesRedFlagsThatNameEachOther) {
  const auto& persistent = page().red_flags[0];
  EXPECT_EQ(persistent.level, 1);
  EXPECT_THAT(persistent.sources, ElementsAre(0, 1));
  ASSERT_EQ(persistent.when.operands.size(), 2U);
  EXPECT_EQ(persistent.when.operands[1].op, Operator::red_flag);
  EXPECT_EQ(persistent.when.operands[1].index, 1);
}

TEST_F(LoadedExample, ReadsParametersInTheirOwnUnit) {
  const auto& few_weeks = page().parameters[0];
  EXPECT_EQ(few_weeks.unit.ucum, "wk");
  EXPECT_EQ(few_weeks.value, 4);
  EXPECT_EQ(few_weeks.min, 2);
  EXPECT_EQ(few_weeks.max, 6);
}

TEST_F(LoadedExample, ReadsWhatTheGuideSaysOfATreatment) {
  const auto& heat = page().opinions[0];
  EXPECT_EQ(heat.treatment, 3);
  EXPECT_EQ(page().strengths[static_cast<std::size_t>(heat.strength)].points, 20);
  ASSERT_EQ(heat.arguments.size(), 1U);
  EXPECT_EQ(heat.arguments[0].points, 8);
  EXPECT_EQ(heat.arguments[0].when.op, Operator::negation);
  EXPECT_EQ(heat.claims[0].magnitude, "instant");
  const auto& massage = page().opinions[1];
  EXPECT_EQ(massage.position, model::Position::in_package);
  EXPECT_THAT(massage.with, ElementsAre(3));
  EXPECT_EQ(massage.when->op, Operator::at_least);
}

TEST_F(LoadedExample, ReadsWhatIsSaidBesideAndAgainst) {
  EXPECT_THAT(page().obligations[0].beside, ElementsAre(3, 1));
  EXPECT_FALSE(page().notices[0].when.has_value());
  EXPECT_THAT(ids(page().not_encoded), ElementsAre("S21"));
  const auto& rule = loaded_.rules->guides[1].contraindications[0];
  EXPECT_THAT(rule.blocks, ElementsAre(0));
  EXPECT_THAT(rule.cautions, ElementsAre(4));
  EXPECT_EQ(rule.when.choices, 0b1010U);  // anticoagulant and both, of four
}

TEST_F(LoadedExample, ReadsTheProfileAndAGuideAlone) {
  const auto profile = model::find_profile(*loaded_.rules, "default");
  ASSERT_TRUE(profile.has_value());
  EXPECT_EQ(profile->rank_by, 0);
  EXPECT_THAT(profile->guards, ElementsAre(1));
  EXPECT_THAT(profile->defer_by, ElementsAre(0, 1));
  EXPECT_EQ(profile->defer_from, 1);

  const auto alone = model::find_profile(*loaded_.rules, "page");
  ASSERT_TRUE(alone.has_value());
  EXPECT_EQ(alone->rank_by, 0);
  EXPECT_THAT(alone->guards, IsEmpty());
  EXPECT_THAT(alone->defer_by, ElementsAre(0));
  EXPECT_EQ(alone->defer_from, 1);

  EXPECT_THAT(model::find_profile(*loaded_.rules, "safety")->defer_by, IsEmpty());
  EXPECT_FALSE(model::find_profile(*loaded_.rules, "nobody").has_value());
}

TEST(Loader, ReadsFilesByNameWhateverTheirOrder) {
  auto texts = example_texts();
  std::reverse(texts.begin(), texts.end());
  const auto loaded = load(texts);
  ASSERT_TRUE(loaded.rules.has_value());
  EXPECT_THAT(ids(loaded.rules->guides), ElementsAre("page", "safety"));
}

TEST(Loader, GivesNoRulesWhenThereIsAnError) {
  const auto loaded = load(example_with("d_safety.yaml", "source: C.9", "source: C.8"));
  EXPECT_FALSE(loaded.rules.has_value());
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, "V0401");
}

TEST(Loader, BlamesAnUnreadableFileAndNotThoseThatNeedIt) {
  const auto loaded = load(example_with("a_vocabulary.yaml", "facts:", "facts: ]"));
  EXPECT_FALSE(loaded.rules.has_value());
  ASSERT_FALSE(loaded.diagnostics.empty());
  for (const Diagnostic& each : loaded.diagnostics) EXPECT_EQ(each.file, "a_vocabulary.yaml") << to_string(each);
}

}  // namespace
}  // namespace vertebra::load
