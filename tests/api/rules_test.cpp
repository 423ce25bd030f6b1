#include <vertebra/rules.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <vertebra/vertebra.hpp>

namespace vertebra {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // Kind, guide and id.

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  return made;
}

Outcome example(const std::string& name) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/examples/data/" + name + ".yaml"};
  Patient patient{engine()};
  EXPECT_TRUE(read_patient(patient, std::string{std::istreambuf_iterator<char>{file}, {}}, "patient.yaml"));
  return Evaluator{engine()}.evaluate(patient, date(2026, 1, 31));
}

std::map<Key, Truth> truths_of(const Outcome& outcome) {
  const auto list = rules(engine().rule_set());
  const auto truths = rule_truths(outcome);
  EXPECT_EQ(list.size(), truths.size());
  std::map<Key, Truth> result;
  for (std::size_t i = 0; i < list.size(); ++i)
    EXPECT_TRUE(
        result.try_emplace({std::string{list[i].kind}, std::string{list[i].guide}, list[i].id}, truths[i]).second)
        << list[i].kind << " " << list[i].id;
  return result;
}

std::set<std::string> kinds() {
  std::set<std::string> result;
  for (const RuleInfo& each : rules(engine().rule_set())) result.emplace(each.kind);
  return result;
}

TEST(Rules, OfEveryKindAreListedOnce) {
  EXPECT_EQ(kinds(),
            (std::set<std::string>{"argument", "contraindication", "indication", "notice", "red_flag", "scope"}));
  EXPECT_EQ(truths_of(example("empty")).size(), rules(engine().rule_set()).size());
}

class RuleTruths : public testing::TestWithParam<const char*> {};

// Everything that the advice says of a rule is what the rule was.
TEST_P(RuleTruths, AreWhatTheOutcomeSays) {
  const Outcome outcome = example(GetParam());
  const auto truths = truths_of(outcome);
  for (const GuideAdvice& each : outcome.guides())
    EXPECT_EQ(truths.at({"scope", std::string{each.id}, ""}), each.scope) << each.id;
  for (const RedFlagAdvice& each : outcome.red_flags())
    EXPECT_EQ(truths.at({"red_flag", std::string{each.guide}, std::string{each.id}}), each.truth) << each.id;
  for (const TreatmentAdvice& treatment : outcome.treatments()) {
    for (const ContraindicationAdvice& each : treatment.contraindications)
      EXPECT_EQ(truths.at({"contraindication", std::string{each.guide}, std::string{each.id}}), each.truth) << each.id;
    for (const ArgumentAdvice& each : treatment.arguments) {
      if (each.word.empty()) {
        EXPECT_EQ(truths.at({"argument", "spine_pro", std::string{treatment.id} + "." + std::string{each.id}}),
                  each.truth);
      }
    }
    if (treatment.verdict == Verdict::offered) {
      EXPECT_EQ(truths.at({"indication", "spine_pro", std::string{treatment.id}}), Truth::yes) << treatment.id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Examples, RuleTruths,
                         testing::Values("acute_tight_muscles", "cauda_equina", "empty", "few_answers", "five_months"));

TEST(RuleTruths, ThatNobodyMentionsAreThereToo) {
  const auto truths = truths_of(example("acute_tight_muscles"));
  std::size_t certain_no = 0;
  for (const auto& [key, truth] : truths) certain_no += std::get<0>(key) == "red_flag" && truth == Truth::no ? 1U : 0U;
  EXPECT_GT(certain_no, 0U);  // The outcome lists none of these.
}

// Both legs are weak, but the back does not hurt: the guides on low back pain are not about this patient.
TEST(RuleTruths, ReachAsFarAsTheScope) {
  Patient patient{engine()};
  ASSERT_TRUE(patient.set("lbp_present", false));
  ASSERT_TRUE(patient.set("leg_weakness", choice("both_legs")));
  const auto truths = truths_of(Evaluator{engine()}.evaluate(patient, date(2026, 1, 31)));
  EXPECT_EQ(truths.at({"scope", "red_flag_tiers", ""}), Truth::no);
  for (const auto& [key, truth] : truths) {
    if (std::get<0>(key) == "red_flag" || std::get<0>(key) == "indication") {
      EXPECT_EQ(truth, Truth::no) << std::get<2>(key);
    }
  }
}

}  // namespace
}  // namespace vertebra
