#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include <vertebra/vertebra.hpp>

namespace vertebra {
namespace {

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_pro").rule_set};
  return made;
}

Patient patient_from(std::string_view text) {
  Patient patient{engine()};
  const PatientResult read = read_patient(patient, text, "patient.yaml");
  EXPECT_TRUE(read) << (read.diagnostics.empty() ? "" : to_string(read.diagnostics.front()));
  return patient;
}

struct Refusal {
  const char* fact;
  Answer answer;
  const char* code;
};

class Refusals : public testing::TestWithParam<Refusal> {};

TEST_P(Refusals, NameTheMistakeAndChangeNothing) {
  Patient patient = patient_from("{lbp_present: yes, pain_duration: 40 d}");
  Evaluator evaluator{engine()};
  const std::string before = evaluator.evaluate(patient, date(2026, 1, 31)).to_json();
  const Status status = patient.set(GetParam().fact, GetParam().answer);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.problem().code, GetParam().code);
  EXPECT_FALSE(status.problem().message.empty());
  EXPECT_EQ(evaluator.evaluate(patient, date(2026, 1, 31)).to_json(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Patient, Refusals,
    testing::Values(Refusal{"pain_duraton", days(3), "V0701"}, Refusal{"fever", days(3), "V0702"},
                    Refusal{"pain_duration", true, "V0702"}, Refusal{"pain_duration", celsius(38), "V0703"},
                    Refusal{"pain_duration", days(-1), "V0704"}, Refusal{"pain_severity", score(11), "V0704"},
                    Refusal{"pain_severity", score(std::numeric_limits<double>::quiet_NaN()), "V0704"},
                    Refusal{"pain_duration", days(std::numeric_limits<double>::infinity()), "V0704"},
                    Refusal{"leg_pain", choice("both"), "V0705"}));

TEST(Patient, AnswersOfAllKindsReachTheRules) {
  Patient patient{engine()};
  ASSERT_TRUE(patient.set("lbp_present", true));
  ASSERT_TRUE(patient.set("pain_duration", weeks(5)));
  ASSERT_TRUE(patient.set("leg_pain", choice("one_leg")));
  Evaluator evaluator{engine()};
  const auto flags = evaluator.evaluate(patient, date(2026, 1, 31)).red_flags();
  std::vector<std::string_view> yes;
  for (const auto& flag : flags) {
    if (flag.truth == Truth::yes) yes.push_back(flag.id);
  }
  EXPECT_THAT(yes, testing::ElementsAre("persistent_pain", "pain_into_leg"));
}

TEST(Patient, UnknownTakesAnAnswerBack) {
  Patient patient = patient_from("{lbp_present: yes, pain_duration: 40 d}");
  Evaluator evaluator{engine()};
  EXPECT_EQ(evaluator.evaluate(patient, date(2026, 1, 31)).care()->least.id, "same_day");
  ASSERT_TRUE(patient.set("pain_duration", Unknown{}));
  EXPECT_EQ(evaluator.evaluate(patient, date(2026, 1, 31)).care()->least.id, "self_care");
}

TEST(Patient, ARangeAcrossTheThresholdLeavesTheFlagOpen) {
  Evaluator evaluator{engine()};
  const Patient patient = patient_from("{lbp_present: yes, pain_duration: 3 wk .. 5 wk}");
  const auto flags = evaluator.evaluate(patient, date(2026, 1, 31)).red_flags();
  ASSERT_FALSE(flags.empty());
  EXPECT_EQ(flags.front().id, "persistent_pain");
  EXPECT_EQ(flags.front().truth, Truth::unknown);
}

TEST(ReadPatient, LeavesThePatientAloneWhenTheFileHasAMistake) {
  Patient patient = patient_from("lbp_present: yes");
  Evaluator evaluator{engine()};
  const std::string before = evaluator.evaluate(patient, date(2026, 1, 31)).to_json();
  const PatientResult read = read_patient(patient, "pain_duration: 40 d\nfevr: yes\n", "broken.yaml");
  ASSERT_FALSE(read);
  EXPECT_THAT(to_string(read.diagnostics.front()), testing::HasSubstr("broken.yaml:2:1: error[V0701"));
  EXPECT_THAT(to_string(read.diagnostics.front()), testing::HasSubstr("did you mean `fever`?"));
  EXPECT_EQ(evaluator.evaluate(patient, date(2026, 1, 31)).to_json(), before);
}

TEST(Outcome, ACopyOutlivesTheNextEvaluation) {
  Evaluator evaluator{engine()};
  const Outcome kept = evaluator.evaluate(patient_from("{lbp_present: yes, pain_duration: 40 d}"), date(2026, 1, 31));
  const std::string before = kept.to_json();
  evaluator.evaluate(patient_from("lbp_present: no"), date(2026, 2, 1));
  EXPECT_EQ(kept.to_json(), before);
}

TEST(Engine, SharedByThreadsGivesEachTheSameBytes) {
  const Patient patient = patient_from("{lbp_present: yes, pain_duration: 5 d, muscle_tightness: yes}");
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      Evaluator evaluator{engine()};
      for (int i = 0; i < 100; ++i) result = evaluator.evaluate(patient, date(2026, 1, 31)).to_json();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results, testing::Each(results.front()));
}

TEST(LoadRuleSet, NamesTheProfilesAndGuidesThatExist) {
  const auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_por");
  ASSERT_FALSE(loaded.rule_set);
  ASSERT_FALSE(loaded.diagnostics.empty());
  EXPECT_EQ(loaded.diagnostics.back().code, "V0210");
  EXPECT_THAT(loaded.diagnostics.back().help, testing::HasSubstr("spine_pro"));
}

TEST(LoadRuleSet, SaysThatAFolderIsMissing) {
  const auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/rules/no_such_folder", "spine_pro");
  ASSERT_FALSE(loaded.rule_set);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics.front().code, "V0101");
}

TEST(CheckRuleSet, FindsNothingInTheShippedRules) {
  const auto problems = check_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain");
  for (const Diagnostic& problem : problems) ADD_FAILURE() << to_string(problem);
}

}  // namespace
}  // namespace vertebra
