#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

#include "support/rule_folder.hpp"

// What consulted guides say of a treatment stands beside it, in their own words, and changes nothing.
namespace vertebra {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view vocabulary = R"(vocabulary: back
version: 1.0.0
care_levels: {home: At home, now: Now}
facts:
  long: {type: boolean}
  fever: {type: boolean}
treatments:
  pills: {label: Pills}
  ibuprofen: {label: Ibuprofen, part_of: pills}
  heat: {label: Heat}
  tea: {label: Tea}
  rest: {label: Rest}
)";

constexpr std::string_view page = R"(guide: page
version: 1.0.0
title: A page
uses: back
intended_use: An example.
strengths: {should: 20}
sources:
  S1: {section: First, says: All of it.}
treatments:
  ibuprofen: {strength: should, source: S1}
  heat: {strength: should, source: S1}
  tea: {strength: should, source: S1}
  rest: {strength: should, source: S1}
)";

// Favors the group of pills strongly, is against rest, recommends heat only while it lasts, and does not name tea.
constexpr std::string_view body = R"(version: 1.0.0
title: Another source
uses: back
intended_use: An example.
strengths: {strong_recommendation: 99, weak_recommendation: 1}
sources:
  S1: {section: First, says: All of it.}
treatments:
  pills: {strength: strong_recommendation, source: S1}
  heat: {strength: weak_recommendation, when: long, source: S1}
  rest: {position: against, strength: strong_recommendation, source: S1}
)";

// What is said of one patient where the consulted guide has this scope.
class Consulting {
 public:
  Consulting(const std::string& scope, std::string_view answers)
      : folder_{{{"vocabulary.yaml", std::string{vocabulary}},
                 {"page.yaml", std::string{page}},
                 {"other.yaml", "guide: other\nscope: " + scope + "\n" + std::string{body}},
                 {"both.yaml", "profile: both\nrank_by: page\nconsult: [other]\n"}}},
        engine_{*load_rule_set(folder_.path(), "both").rule_set},
        evaluator_{engine_},
        patient_{engine_} {
    EXPECT_TRUE(read_patient(patient_, answers, "patient.yaml"));
  }

  std::string text() { return to_text(evaluator_.evaluate(patient_, date(2026, 1, 31))); }

  PositionAdvice on(std::string_view treatment) {
    for (const TreatmentAdvice& each : evaluator_.evaluate(patient_, date(2026, 1, 31)).treatments()) {
      if (each.id == treatment) return each.positions.at(0);
    }
    ADD_FAILURE() << treatment;
    return {};
  }

 private:
  support::RuleFolder folder_;
  Engine engine_;
  Evaluator evaluator_;
  Patient patient_;
};

void expect_position(const PositionAdvice& advice, Position position, std::string_view strength) {
  EXPECT_EQ(to_string(advice.position), to_string(position));
  EXPECT_EQ(advice.strength, strength);
}

TEST(Positions, HaveTheStrengthOfTheNearestGroup) {
  Consulting consulting{"\"true\"", "long: yes\n"};
  expect_position(consulting.on("ibuprofen"), Position::favors, "strong_recommendation");
  expect_position(consulting.on("heat"), Position::favors, "weak_recommendation");
  EXPECT_THAT(consulting.text(), HasSubstr("other: in favor, in its own word strong recommendation\n"));
  EXPECT_THAT(consulting.text(), HasSubstr("other: in favor, in its own word weak recommendation\n"));
}

TEST(Positions, TellAgainstFromSilent) {
  Consulting consulting{"\"true\"", "long: no\n"};
  expect_position(consulting.on("rest"), Position::against, "strong_recommendation");
  expect_position(consulting.on("tea"), Position::silent, "");
  expect_position(consulting.on("heat"), Position::silent, "");  // Its `when` is no.
  EXPECT_THAT(consulting.text(), HasSubstr("other: against, in its own word strong recommendation\n"));
  EXPECT_THAT(consulting.text(), HasSubstr("other: says nothing of it for this patient\n"));
}

TEST(Positions, OutsideItsScopeAGuideIsNeitherSilentNorAgainst) {
  Consulting consulting{"long", "long: no\n"};
  for (const std::string_view treatment : {"ibuprofen", "heat", "tea", "rest"}) {
    expect_position(consulting.on(treatment), Position::not_in_scope, "");
  }
  EXPECT_THAT(consulting.text(), HasSubstr("other: does not cover this patient\n"));
  EXPECT_THAT(consulting.text(), Not(HasSubstr("against")));
  EXPECT_THAT(consulting.text(), Not(HasSubstr("says nothing")));
}

TEST(Positions, AreOpenWhileScopeOrIndicationIs) {
  Consulting open_scope{"long", "fever: no\n"};
  expect_position(open_scope.on("rest"), Position::unknown, "");
  expect_position(open_scope.on("tea"), Position::silent, "");
  Consulting open_indication{"\"true\"", "fever: no\n"};
  expect_position(open_indication.on("heat"), Position::unknown, "");
  EXPECT_THAT(open_indication.text(), HasSubstr("other: not known yet\n"));
}

}  // namespace
}  // namespace vertebra
