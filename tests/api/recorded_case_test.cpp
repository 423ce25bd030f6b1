#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

// A recorded case reads back and passes: it says what the rules said.
namespace vertebra {
namespace {

using testing::HasSubstr;

const std::string rules = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
constexpr Date day = date(2026, 1, 31);

const Engine& engine_for(const std::string& profile) {
  static std::map<std::string, Engine> engines;
  const auto found = engines.find(profile);
  return found != engines.end() ? found->second
                                : engines.emplace(profile, *load_rule_set(rules, profile).rule_set).first->second;
}

std::string recorded(const std::string& profile, std::string_view answers) {
  const Engine& engine = engine_for(profile);
  Patient patient{engine};
  EXPECT_TRUE(read_patient(patient, answers, "patient.yaml"));
  Evaluator evaluator{engine};
  return to_case(patient, evaluator.evaluate(patient, day), "recorded");
}

void expect_passes(const std::string& text, const std::string& profile) {
  const CaseRun run = run_cases(rules, {day, {}, {}, {{"recorded.yaml", text}}});
  for (const Diagnostic& each : run.diagnostics) ADD_FAILURE() << to_string(each);
  ASSERT_EQ(run.results.size(), 1U) << text;
  EXPECT_EQ(run.results.front().profile, profile);
  EXPECT_EQ(run.failed(), 0U) << text << to_text(run);
}

class Recorded : public testing::TestWithParam<std::string> {};

TEST_P(Recorded, PassesForEveryProfile) {
  for (const std::string profile : {"default", "spine_pro", "red_flag_tiers"}) {
    expect_passes(recorded(profile, GetParam()), profile);
  }
}

const std::vector<std::string> patients{
    "lbp_present: unknown\n",
    "lbp_present: yes\n",
    "lbp_present: no\n",
    "lbp_present: yes\npain_duration: 3 wk .. 6 wk\nleg_pain: one_leg or both_legs\n",
    "lbp_present: yes\npain_severity: severe\negfr: \"25.5 mL/min/{1.73_m2}\"\nage: 70 a\n",
    "lbp_present: yes\nbody_temperature: 99.1 [degF]\nfever: no\nbody_weight: 151 [lb_av]\n",
    "lbp_present: yes\nfever: no\nbody_temperature: 39 Cel\n",
    "lbp_present: yes\nsaddle_numbness: yes\nhypertension: yes\nage: 15 a\n",
};
INSTANTIATE_TEST_SUITE_P(Patients, Recorded, testing::ValuesIn(patients));

TEST(RecordedCase, SaysThatItMustBeReviewedAndHoldsTheAnswersAsGiven) {
  const std::string text = recorded("spine_pro", "pain_duration: 6 wk\nleg_pain: one_leg\nfever: no\n");
  EXPECT_THAT(text, HasSubstr("# Review every line"));
  EXPECT_THAT(text, HasSubstr("    given: {pain_duration: 42 d, leg_pain: one_leg, fever: no}\n"));
}

TEST(RecordedCase, FailsOnceTheAdviceIsAnother) {
  std::string text = recorded("spine_pro", "lbp_present: yes\npain_duration: 6 wk\n");
  text.replace(text.find("42 d"), 4, "2 d");
  EXPECT_EQ(run_cases(rules, {day, {}, {}, {{"recorded.yaml", text}}}).failed(), 1U);
}

// What a patient had before, and took back, is not recorded.
TEST(RecordedCase, ForgetsWhatWasTakenBack) {
  const Engine& engine = engine_for("spine_pro");
  Patient patient{engine};
  ASSERT_TRUE(patient.set("fever", true));
  ASSERT_TRUE(patient.set("fever", Unknown{}));
  Evaluator evaluator{engine};
  EXPECT_THAT(to_case(patient, evaluator.evaluate(patient, day), "x"), HasSubstr("given: {}\n"));
  ASSERT_TRUE(patient.set("fever", true));
  patient.clear();
  EXPECT_THAT(to_case(patient, evaluator.evaluate(patient, day), "x"), HasSubstr("given: {}\n"));
}

}  // namespace
}  // namespace vertebra
