#include <gtest/gtest.h>

#include "fhir/fhir_fixture.hpp"

// Answers to questionnaires: items that the mapping names, and items that the Questionnaire gives a code.
namespace vertebra::fhir::testing {
namespace {

std::string item(std::string_view link_id, std::string_view answer) {
  return R"({"linkId":")" + std::string{link_id} + R"(","answer":[{)" + std::string{answer} + "}]}";
}

std::string local(std::string_view code) {
  return R"("valueCoding":{"system":"http://our.clinic/answers","code":")" + std::string{code} + "\"}";
}

TEST(QuestionnaireTest, ItemsAreReadByTheirLinkId) {
  EXPECT_EQ(answers_in(response(item("fever", R"("valueBoolean":true)"))), "fever=yes");
  EXPECT_EQ(answers_in(response(item("fever", R"("valueBoolean":false)"))), "fever=no");
  EXPECT_EQ(answers_in(response(item("fever", R"("valueCoding":{"system":"http://loinc.org","code":"LA32-8"})"))),
            "fever=no");
  EXPECT_EQ(answers_in(response(item("legs", local("N")))), "leg_pain=none");
  EXPECT_EQ(answers_in(response(item("legs", local("B")))), "leg_pain=both_legs");
  EXPECT_EQ(answers_in(response(item("legs", R"("valueString":"Not sure")"))), "leg_pain=none|one_leg");
  EXPECT_EQ(answers_in(response(item("Fever", R"("valueBoolean":true)"))), "-");
}

TEST(QuestionnaireTest, ItemsStandInGroupsAndUnderAnswers) {
  const std::string fever = item("fever", R"("valueBoolean":true)");
  EXPECT_EQ(answers_in(response(R"({"linkId":"g","item":[{"linkId":"h","item":[)" + fever + "]}]}")), "fever=yes");
  EXPECT_EQ(answers_in(response(R"({"linkId":"g","answer":[{"valueString":"x","item":[)" + fever + "]}]}")),
            "fever=yes");
}

TEST(QuestionnaireTest, WhatIsNotAnAnswerIsReported) {
  const std::string at = "QuestionnaireResponse/r: `leg_pain`: ";
  EXPECT_EQ(skips_in(response(R"({"linkId":"legs"})")), at + "the item has no answer");
  EXPECT_EQ(skips_in(response(R"({"linkId":"legs","answerOption":[{"valueString":"N"}]})")),
            at + "the item has no answer");
  EXPECT_EQ(skips_in(response(item("legs", local("X")))), at + "the code of its value is not one that is known here");
  EXPECT_EQ(skips_in(response(item("legs", R"("valueDate":"2026-01-01")"))),
            at + "the code of its value is not one that is known here");
  EXPECT_EQ(skips_in(response(R"({"linkId":"legs","answer":[{)" + local("N") + "},{" + local("B") + "}]}")),
            at + "the item has several answers, of which the fact can have one");
  EXPECT_EQ(answers_in(response(R"({"linkId":"legs","answer":[{)" + local("L") + "},{" + local("R") + "}]}")),
            "leg_pain=one_leg");
  EXPECT_EQ(skips_in(response(R"({"linkId":"other","answer":[{"valueBoolean":true}]})")),
            "QuestionnaireResponse: 1 entry: no fact is read from its items");
  EXPECT_EQ(skips_in(response(R"({"linkId":"legs","modifierExtension":[],"answer":[{)" + local("N") + "}]}")),
            at + "the item has an extension that may change its meaning");
}

TEST(QuestionnaireTest, AnotherQuestionnaireIsNotRead) {
  const std::string other =
      R"({"resourceType":"QuestionnaireResponse","status":"completed","authored":"2026-01-30","questionnaire":"http://x/intake","item":[)" +
      item("fever", R"("valueBoolean":true)") + "]}";
  EXPECT_EQ(answers_in(other), "-");
}

TEST(QuestionnaireTest, StatusAndTimeCount) {
  const std::string fever = item("fever", R"("valueBoolean":true)");
  for (const char* each : {"completed", "amended"})
    EXPECT_EQ(answers_in(response(fever, R"("status":")" + std::string{each} + "\"")), "fever=yes");
  for (const char* each : {"in-progress", "stopped"})
    EXPECT_EQ(skips_in(response(fever, R"("status":")" + std::string{each} + "\"")),
              "QuestionnaireResponse/r: `fever`: its status does not count");
  EXPECT_EQ(skips_in(response(fever, R"("status":"entered-in-error")")),
            "QuestionnaireResponse/r: `fever`: it was entered in error");
  EXPECT_EQ(answers_in(response(fever, R"("authored":"2026-01-17")")), "fever=yes");
  EXPECT_EQ(skips_in(response(fever, R"("authored":"2026-01-16")")),
            "QuestionnaireResponse/r: `fever`: it is older than the mapping lets it count");
}

TEST(QuestionnaireTest, ItemsAreReadByTheCodesOfTheQuestionnaire) {
  const auto asked = [](std::string_view url) {
    return R"({"resourceType":"Questionnaire","id":"q","url":")" + std::string{url} +
           R"(","status":"active","item":[{"linkId":"g","item":[)"
           R"({"linkId":"1","code":[{"system":"http://loinc.org","code":"72514-3"}]},)"
           R"({"linkId":"2","code":[{"system":"http://loinc.org","code":"29463-7"}]}]}]})";
  };
  const std::string answers =
      response(item("1", R"("valueInteger":6)") + "," + item("2", R"("valueQuantity":{"value":80,"unit":"kg"})"));
  EXPECT_EQ(answers_in(bundle({asked("http://our.clinic/intake"), answers})), "weight=80 kg pain=6 {score}");
  EXPECT_EQ(answers_in(bundle({asked("http://our.clinic/other"), answers})), "-");
  EXPECT_EQ(answers_in(bundle({asked("http://our.clinic/intake"), response(item("1", R"("valueDecimal":6.5)"))})),
            "pain=6.5 {score}");
  EXPECT_EQ(
      answers_in(R"({"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"#q","contained":[)" +
                 asked("http://x") + R"(],"item":[)" + item("1", R"("valueInteger":6)") + "]}"),
      "pain=6 {score}");
}

TEST(QuestionnaireTest, ItemsOfAnotherTypeLeaveTheWholeEntryOut) {
  for (const char* each : {R"({"linkId":7})", R"({"linkId":"fever","answer":{"valueBoolean":true}})",
                           R"({"linkId":"fever","answer":[{"valueBoolean":"true"}]})", R"("fever")",
                           R"({"linkId":"g","item":{"linkId":"fever"}})"})
    EXPECT_EQ(skips_in(response(each)), "QuestionnaireResponse/r: an element is not of the type that FHIR R4 gives it")
        << each;
}

}  // namespace
}  // namespace vertebra::fhir::testing
