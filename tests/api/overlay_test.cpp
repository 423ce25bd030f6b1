// A site changes the shipped guides from a place of its own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include <vertebra/vertebra.hpp>

#include "support/rule_folder.hpp"

namespace vertebra {
namespace {

using support::RuleFiles;
using support::RuleFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view rules = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
constexpr std::string_view example = VERTEBRA_SOURCE_DIR "/examples/overlay";

RuleSet load(std::string_view site, std::string_view profile = "default") {
  auto loaded = load_rule_set(rules, profile, {.site = std::string{site}});
  for (const Diagnostic& each : loaded.diagnostics) ADD_FAILURE() << to_string(each);
  return *std::move(loaded.rule_set);
}

Outcome outcome_of(RuleSet rule_set, std::string_view answers) {
  const Engine engine{std::move(rule_set)};
  Patient patient{engine};
  EXPECT_TRUE(read_patient(patient, answers, "patient.yaml"));
  Evaluator evaluator{engine};
  return evaluator.evaluate(patient, date(2026, 1, 31));
}

std::vector<std::string_view> certain_flags(const Outcome& outcome) {
  std::vector<std::string_view> ids;
  for (const RedFlagAdvice& each : outcome.red_flags())
    if (each.truth == Truth::yes) ids.push_back(each.id);
  return ids;
}

bool lists(const Outcome& outcome, std::string_view treatment) {
  const auto all = outcome.treatments();
  return std::ranges::find(all, treatment, &TreatmentAdvice::id) != all.end();
}

TEST(OverlayExample, LoadsAndIsQuietInEveryCheck) {
  for (const Diagnostic& each : check_rule_set(rules, {.site = std::string{example}})) ADD_FAILURE() << to_string(each);
}

TEST(OverlayExample, SilencesATreatmentThoughItsGroupHasAStrength) {
  constexpr std::string_view answers = "{lbp_present: yes, pain_duration: 5 d}";
  EXPECT_TRUE(lists(outcome_of(load({}), answers), "acupuncture"));
  EXPECT_FALSE(lists(outcome_of(load(example), answers), "acupuncture"));
  EXPECT_TRUE(lists(outcome_of(load(example), answers), "massage_therapy"));
}

TEST(OverlayExample, MovesAFewWeeksFromDay28ToDay21) {
  constexpr std::string_view answers = "{lbp_present: yes, pain_duration: 22 d}";
  EXPECT_THAT(certain_flags(outcome_of(load({}), answers)), IsEmpty());
  EXPECT_THAT(certain_flags(outcome_of(load(example), answers)), ElementsAre("persistent_pain"));
}

TEST(OverlayExample, RaisesALevel) {
  constexpr std::string_view answers = "{lbp_present: yes, leg_pain: both_legs}";
  EXPECT_EQ(outcome_of(load({}), answers).care()->least.id, "same_day");
  EXPECT_EQ(outcome_of(load(example), answers).care()->least.id, "emergency");
}

TEST(OverlayExample, IsNamedInEveryFormOfTheOutcomeAndInTheHash) {
  const Outcome outcome = outcome_of(load(example), "lbp_present: yes");
  const auto guides = outcome.guides();
  ASSERT_EQ(guides[0].overlays.size(), 1U);
  EXPECT_EQ(guides[0].overlays[0].id, "our_clinic");
  EXPECT_THAT(guides[0].overlays[0].changes, ElementsAre("withdraw acupuncture", "replace few_weeks"));
  EXPECT_THAT(guides[2].overlays, IsEmpty());
  EXPECT_THAT(outcome.to_json(),
              HasSubstr(R"("overlays":[{"id":"our_clinic","changes":["withdraw acupuncture","replace few_weeks"]}]})"));
  EXPECT_THAT(to_text(outcome), HasSubstr("\nour_clinic changes spine_pro: withdraw acupuncture and replace few_weeks\n"
                                          "our_triage changes red_flag_tiers: replace pain_in_both_legs\n"));
  EXPECT_THAT(graph_dot(load(example)), HasSubstr("<b>default + our_clinic + our_triage</b>"));
  EXPECT_NE(load(example).hash(), load({}).hash());
  EXPECT_EQ(load(example, "treatment_safety").hash(), load({}, "treatment_safety").hash());
}

TEST(Overlay, IsBlamedByTheNameThatTheCallerGave) {
  const RuleFolder site{
      RuleFiles{{"ours.yaml", "overlay: spine_por\nid: ours\nbecause: A slip.\nwithdraw: [treatments.heat]\n"}}};
  for (const std::string& path : {site.path(), site.path() + "/ours.yaml"}) {
    const auto problems = check_rule_set(rules, {.site = path});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].file, site.path() + "/ours.yaml");
    EXPECT_EQ(problems[0].help, "did you mean `spine_pro`?");
  }
}

TEST(Overlay, HasAPlaceThatIsThere) {
  const auto problems = check_rule_set(rules, {.site = "/no/such/place.yaml"});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "V0101");
  EXPECT_EQ(problems[0].file, "/no/such/place.yaml");
}

}  // namespace
}  // namespace vertebra
