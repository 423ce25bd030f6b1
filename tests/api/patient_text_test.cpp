#include <gtest/gtest.h>

#include <string>

#include <vertebra/vertebra.hpp>

// An answer given as text is the answer that a patient file gives with the same words.

namespace vertebra {
namespace {

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  return made;
}

std::string outcome_of(const Patient& patient) {
  Evaluator evaluator{engine()};
  return evaluator.evaluate(patient, date(2026, 1, 31)).to_json();
}

struct Words {
  const char* fact;
  const char* text;
  Answer answer;
};

class PatientText : public testing::TestWithParam<Words> {};

TEST_P(PatientText, MeansTheAnswerThatItWrites) {
  Patient by_text{engine()};
  Patient by_value{engine()};
  for (Patient* each : {&by_text, &by_value}) ASSERT_TRUE(each->set("lbp_present", true));
  const std::string unanswered = outcome_of(by_value);
  ASSERT_TRUE(by_text.set_text(GetParam().fact, GetParam().text));
  ASSERT_TRUE(by_value.set(GetParam().fact, GetParam().answer));
  EXPECT_EQ(outcome_of(by_text), outcome_of(by_value));
  EXPECT_EQ(outcome_of(by_text) == unanswered, std::holds_alternative<Unknown>(GetParam().answer));
}

INSTANTIATE_TEST_SUITE_P(
    AllKinds, PatientText,
    testing::Values(Words{"fever", "yes", true}, Words{"fever", "false", false}, Words{"fever", "unknown", Unknown{}},
                    Words{"pain_duration", "6 wk", weeks(6)}, Words{"pain_duration", "42", days(42)},
                    Words{"pain_duration", "3 wk .. 6 wk", range(21, 42, "d")},
                    Words{"pain_severity", "severe", range(7, 10, "{score}")},
                    Words{"leg_weakness", "one_leg or both_legs", one_of({"one_leg", "both_legs"})}));

TEST(PatientTextRefusals, NameTheMistakeAndNotTheValue) {
  Patient patient{engine()};
  const std::string before = outcome_of(patient);
  const auto refusal = [&](const char* fact, const char* text) {
    const Status status = patient.set_text(fact, text);
    EXPECT_EQ((status.problem().message + status.problem().help).find(text), std::string::npos) << fact;
    return status.problem().code;
  };
  EXPECT_EQ(refusal("feverr", "yes"), "V0701");
  EXPECT_EQ(refusal("fever", "mayhap"), "V0702");
  EXPECT_EQ(refusal("pain_duration", "6 furlongs"), "V0703");
  EXPECT_EQ(refusal("pain_duration", "-77 d"), "V0704");
  EXPECT_EQ(refusal("leg_weakness", "hindleg"), "V0705");
  EXPECT_EQ(refusal("pain_duration", "1e77"), "V0308");
  EXPECT_EQ(outcome_of(patient), before);
}

}  // namespace
}  // namespace vertebra
