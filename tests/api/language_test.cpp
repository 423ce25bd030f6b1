// One rule set in two languages: tests/conformance/two_languages, where every text begins with its tag in capitals.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

namespace vertebra {
namespace {

using testing::HasSubstr;

constexpr std::string_view folder = VERTEBRA_SOURCE_DIR "/tests/conformance/two_languages";
constexpr std::string_view everything = "{fever: yes, warm: no, stiff: yes}";

RuleSet load(std::string_view language) {
  auto loaded = load_rule_set(folder, "page", {.language = std::string{language}});
  for (const Diagnostic& each : loaded.diagnostics) ADD_FAILURE() << to_string(each);
  return *std::move(loaded.rule_set);
}

Outcome outcome_in(std::string_view language, std::string_view answers) {
  const Engine engine{load(language)};
  Patient patient{engine};
  EXPECT_TRUE(read_patient(patient, answers, "patient.yaml"));
  Evaluator evaluator{engine};
  return evaluator.evaluate(patient, date(2026, 1, 31));
}

int count(std::string_view text, std::string_view piece) {
  int found = 0;
  for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

// A red flag, an argument, a claim, an obligation, a caution, a conflict and two notices speak; one is not translated.
TEST(Language, IsThatOfEveryTextOfTheJsonForm) {
  const std::string english = outcome_in("", everything).to_json();
  EXPECT_EQ(count(english, "\"EN "), 8);
  EXPECT_EQ(count(english, "\"DE "), 0);
  const std::string german = outcome_in("de", everything).to_json();
  EXPECT_EQ(count(german, "\"DE "), 7);
  EXPECT_EQ(count(german, "\"EN "), 1);
  EXPECT_THAT(german, HasSubstr("EN nobody has put this into German yet."));
}

TEST(Language, IsThatOfLevelsLabelsAndQuestions) {
  const std::string german = to_text(outcome_in("de", "{fever: no}"));
  for (const auto* text : {"DE bleiben Sie zu Hause", "DE Wärme", "DE ein Gang"}) EXPECT_THAT(german, HasSubstr(text));
  EXPECT_EQ(count(german, "EN "), 1) << german;
  EXPECT_THAT(outcome_in("de", "{fever: no}").to_json(), HasSubstr("DE ist der Rücken steif?"));
  EXPECT_EQ(facts(load("de"))[0].ask, "DE haben Sie Fieber?");
  EXPECT_THAT(graph_dot(load("de")), HasSubstr("DE gehen Sie heute"));
}

TEST(Language, ChangesNoDecisionAndNoHash) {
  EXPECT_EQ(load("de").hash(), load("en").hash());
  EXPECT_EQ(load("en").hash(), load("").hash());
  EXPECT_EQ(outcome_in("en", everything).to_json(), outcome_in("", everything).to_json());
  EXPECT_EQ(outcome_in("de", everything).treatments()[0].score, outcome_in("", everything).treatments()[0].score);
}

TEST(Language, IsKnownToTheRuleSet) {
  EXPECT_EQ(load("").language(), "en");
  EXPECT_EQ(load("de").language(), "de");
}

TEST(Language, IsOneThatTheVocabularyLists) {
  const auto loaded = load_rule_set(folder, "page", {.language = "fr"});
  EXPECT_FALSE(loaded.rule_set);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, "V0211");
  EXPECT_EQ(loaded.diagnostics[0].message, "`fr` is not a language of this rule set");
  EXPECT_EQ(loaded.diagnostics[0].help, "choose `en` or `de`");
}

}  // namespace
}  // namespace vertebra
