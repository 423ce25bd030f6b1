// The checks over pieces of rules as an author writes them. What is listed is all that is said.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "check/around_examples.hpp"

namespace vertebra::check {
namespace {

using base::Around;

struct Piece {
  std::string name;
  Around around;
  std::string text;
  std::vector<std::string> said;  // The code, and what the message begins with.
};

void PrintTo(const Piece& piece, std::ostream* out) { *out << piece.name; }

class Pieces : public testing::TestWithParam<Piece> {};

TEST_P(Pieces, AreSaidOfAsListed) {
  const auto problems = test::problems_of(test::rules_around(GetParam().around, GetParam().text), date(2026, 1, 31));
  std::vector<std::string> said;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const std::string all = problems[i].code + " " + problems[i].message;
    said.push_back(i < GetParam().said.size() ? all.substr(0, GetParam().said[i].size()) : all);
  }
  EXPECT_EQ(said, GetParam().said);
}

std::string named(const testing::TestParamInfo<Piece>& info) { return info.param.name; }

std::string indicated(const std::string& when) {
  return "treatments:\n  heat: {position: favors, when: \"" + when + "\", source: S1}\n";
}

const std::vector<std::string> heat_for_nobody{"V0612 no patient can be offered `heat`"};

const std::vector<Piece> unreachable{
    {"FalseItself", Around::guide, indicated("false"), heat_for_nobody},
    {"TwoChoicesAtOnce", Around::guide, indicated("leg_pain is one_leg and leg_pain is none"), heat_for_nobody},
    {"AFactAndItsNegation", Around::guide, indicated("fever and not fever"), heat_for_nobody},
    {"EmptyInterval", Around::guide, indicated("pain_severity < 5 and pain_severity >= 5"), heat_for_nobody},
    {"NoWholeYearBetween", Around::guide, indicated("age > 5 a and age < 6 a"), heat_for_nobody},
    {"EveryWayIsClosed", Around::guide,
     indicated("(fever and not fever) or (leg_pain is none and leg_pain is one_leg)"), heat_for_nobody},
    {"TooManyOfThemClosed", Around::guide,
     indicated("at least 2 of (fever, all of (age < 2 a, age > 3 a), all of (leg_pain is none, leg_pain is one_leg))"),
     heat_for_nobody},
    {"ByWayOfAName", Around::guide, "conditions:\n  young: {when: age < 16 a}\n" + indicated("young and age >= 16 a"),
     heat_for_nobody},
    {"OutOfItsOwnScope", Around::guide, "scope: fever\n" + indicated("not fever"), heat_for_nobody},
    {"AScopeForNobody",
     Around::guide,
     "scope: fever and not fever\n" + indicated("fever"),
     {"V0612 no patient is in the scope of guide `page`"}},
    {"OneValueIsLeft", Around::guide, indicated("pain_severity <= 5 and pain_severity >= 5"), {}},
    {"OneWayIsOpen", Around::guide, indicated("fever or (leg_pain is none and leg_pain is one_leg)"), {}},
    {"OneYearIsLeft", Around::guide, indicated("age > 5 a and age < 7 a"), {}},
    {"AParameterMayBeMoved",
     Around::guide,
     "parameters:\n  long: {value: 5 d, range: [1 d, 20 d], source: S1}\n" +
         indicated("pain_duration > 10 d and pain_duration < long"),
     {}},
};
INSTANTIATE_TEST_SUITE_P(Unreachable, Pieces, testing::ValuesIn(unreachable), named);

std::string two_facts(const std::string& a, const std::string& b) {
  return "facts:\n  " + a + ": {type: boolean, ask: One}\n  " + b + ": {type: boolean, ask: Two}\n" +
         "consistency:\n  read: {never: " + a + " and " + b + ", set_aside: " + a + ", because: Both are read.}\n";
}

const std::vector<Piece> alike{
    {"OneLetterOther",
     Around::vocabulary,
     two_facts("numb_feet", "numb_feat"),
     {"V0604 the fact `numb_feat` is easily taken for the fact `numb_feet`"}},
    {"OneLetterLess", Around::vocabulary, two_facts("numb_feets", "numb_feet"), {"V0604 the fact `numb_feet`"}},
    {"TwoLettersSwapped", Around::vocabulary, two_facts("numb_feet", "nubm_feet"), {"V0604 the fact `nubm_feet`"}},
    {"WordsSwapped",
     Around::vocabulary,
     two_facts("knee_left_pain", "left_knee_pain"),
     {"V0604 the fact `left_knee_pain`"}},
    {"FactAndRedFlag",
     Around::guide,
     "red_flags:\n  pain_sevarity: {level: urgent, when: fever, because: It is hot., source: S1}\n",
     {"V0604 the red flag `pain_sevarity` is easily taken for the fact `pain_severity`"}},
    {"TwoLettersOther", Around::vocabulary, two_facts("numb_feet", "numb_foot"), {}},
    {"OnlyNumbersDiffer", Around::vocabulary, two_facts("question_12", "question_13"), {}},
    {"ShortWords", Around::vocabulary, two_facts("head", "heal"), {}},
    {"Treatments",
     Around::vocabulary,
     "treatments:\n  stretching: {label: A}\n  stretchings: {label: B}\n",
     {"V0604 the treatment `stretchings` is easily taken for the treatment `stretching`"}},
};
INSTANTIATE_TEST_SUITE_P(AlikeNames, Pieces, testing::ValuesIn(alike), named);

std::string two_conditions(const std::string& a, const std::string& b) {
  return "conditions:\n  one: {when: \"" + a + "\"}\n  two: {when: \"" + b + "\"}\nscope: one or two\n";
}

const std::vector<std::string> two_is_one{"V0605 the condition `two` says the same as `one`"};

const std::vector<Piece> equal{
    {"OtherOrder", Around::guide, two_conditions("fever and age >= 50 a", "age >= 50 a and fever"), two_is_one},
    {"NestedAndTwice", Around::guide,
     two_conditions("fever and age >= 50 a and leg_pain is none",
                    "(leg_pain is none and fever) and (fever and age >= 50 a)"),
     two_is_one},
    {"DeMorgan", Around::guide, two_conditions("fever or leg_pain is none", "not (not fever and leg_pain is not none)"),
     two_is_one},
    {"YearsAreWhole", Around::guide, two_conditions("fever or age > 49 a", "fever or age >= 50 a"), two_is_one},
    {"CountedDually", Around::guide,
     two_conditions("at least 2 of (fever, age < 5 a, leg_pain is none)",
                    "not (at least 2 of (not fever, age >= 5 a, leg_pain is not none))"),
     two_is_one},
    {"TheOtherChoices", Around::guide,
     two_conditions("fever or leg_pain is not none", "fever or leg_pain in (one_leg, both_legs)"), two_is_one},
    {"StricterByOne", Around::guide, two_conditions("fever and pain_severity > 7", "fever and pain_severity >= 7"), {}},
    {"AnotherCount",
     Around::guide,
     two_conditions("at least 2 of (fever, age < 5 a, leg_pain is none)",
                    "at least 1 of (fever, age < 5 a, leg_pain is none)"),
     {}},
    {"SingleTestsMayHaveTwoNames", Around::guide, two_conditions("fever", "fever"), {}},
    // A partial answer "none or one leg" decides the one and not the other.
    {"ChoicesApartAndTogether",
     Around::guide,
     two_conditions("age < 5 a or leg_pain is none or leg_pain is one_leg", "age < 5 a or leg_pain in (none, one_leg)"),
     {}},
    {"AParameterIsNotItsNumber",
     Around::guide,
     "parameters:\n  long: {value: 5 d, range: [1 d, 20 d], source: S1}\n" +
         two_conditions("fever and pain_duration > long", "fever and pain_duration > 5 d"),
     {}},
};
const std::string instrument =
    "scores:\n  risk: {sum: {hot: {points: 2, when: fever}, old: {points: 1, when: age >= 65 a}}, source: S1}\n";
const std::vector<Piece> of_scores{
    {"SumsAreWhole", Around::guide, instrument + two_conditions("risk > 1 and age < 5 a", "age < 5 a and risk >= 2"),
     two_is_one},
    {"AnotherSum",
     Around::guide,
     instrument + two_conditions("risk >= 1 and age < 5 a", "risk >= 2 and age < 5 a"),
     {}},
    {"MoreThanThePointsGive", Around::guide, instrument + indicated("risk > 3"), heat_for_nobody},
    {"AllThatThePointsGive", Around::guide, instrument + indicated("risk >= 3"), {}},
    {"AScoreAndItsNegation", Around::guide, instrument + indicated("risk >= 2 and risk < 2"), heat_for_nobody},
};
INSTANTIATE_TEST_SUITE_P(OfScores, Pieces, testing::ValuesIn(of_scores), named);
INSTANTIATE_TEST_SUITE_P(EqualConditions, Pieces, testing::ValuesIn(equal), named);

std::string two_flags(const std::string& first_level, const std::string& second_level, const std::string& second_when) {
  return "red_flags:\n  hot: {level: " + first_level + ", when: fever, because: It is hot., source: S1}\n" +
         "  warm: {level: " + second_level + ", when: " + second_when + ", because: It is warm., source: S1}\n";
}

const std::vector<Piece> red_flags{
    {"LowerBehind",
     Around::guide,
     two_flags("urgent", "home", "fever"),
     {"V0606 the red flag `warm` never adds to `hot`, which has the same condition and level `urgent`"}},
    {"LowerBefore",
     Around::guide,
     two_flags("home", "urgent", "fever"),
     {"V0606 the red flag `hot` never adds to `warm`"}},
    {"SameLevel",
     Around::guide,
     two_flags("urgent", "urgent", "not (not fever)"),
     {"V0606 the red flag `warm` never adds to `hot`"}},
    {"AnotherCondition", Around::guide, two_flags("urgent", "home", "age < 5 a"), {}},
};
INSTANTIATE_TEST_SUITE_P(IdleRedFlags, Pieces, testing::ValuesIn(red_flags), named);

// Heat at 20 with one argument, walking at another strength without any; cold stands behind them in the catalogue.
std::string ranked(int points, int other) {
  return "strengths: {should: 20, other: " + std::to_string(other) + "}\ntreatments:\n  heat:\n    strength: should\n" +
         "    source: S1\n    arguments:\n      hot: {points: " + std::to_string(points) +
         ", when: fever, because: It is hot., source: S1}\n  walking: {strength: other, source: S1}\n";
}

const std::vector<std::string> heat_stays{"V0607 the arguments of `heat` never change its place"};

const std::vector<Piece> arguments{
    {"NoPoints", Around::guide, ranked(0, 20), {heat_stays[0], "V0607 the argument `hot` has no points"}},
    {"TooFewToReach", Around::guide, ranked(3, 24), heat_stays},
    {"TooFewToFall", Around::guide, ranked(-3, 16), heat_stays},
    // At 24 both are equal, and heat is the earlier one in the catalogue.
    {"ReachesAsAnEqual", Around::guide, ranked(4, 24), {}},
    {"FallsToAnEqualAndStaysBefore", Around::guide, ranked(-4, 16), heat_stays},
    {"FallsBelow", Around::guide, ranked(-5, 16), {}},
    {"AloneThereIsNoOrder",
     Around::guide,
     "treatments:\n  heat:\n    position: favors\n    source: S1\n    arguments:\n"
     "      hot: {points: 3, when: fever, because: It is hot., source: S1}\n",
     {}},
};
INSTANTIATE_TEST_SUITE_P(IdleArguments, Pieces, testing::ValuesIn(arguments), named);

const std::vector<Piece> others{
    {"AFactThatNobodyAsks",
     Around::vocabulary,
     "facts:\n  chills: {type: boolean, ask: Shivering}\n",
     {"V0601 no guide of this folder asks for the fact `chills`"}},
    {"AFactThatNarrowsOthers",
     Around::vocabulary,
     "facts:\n  chills: {type: boolean, ask: Shivering}\nconsistency:\n"
     "  cold: {never: chills and fever, set_aside: chills, because: So it is.}\n",
     {}},
    {"AMistypedLoinc",
     Around::vocabulary,
     "treatments:\n  rest: {label: Rest, codes: [{system: loinc, code: \"8310-6\", mark: U}]}\n",
     {"V0609 `8310-6` is no code of LOINC"}},
    {"OtherSystemsHaveNoCheckDigit",
     Around::vocabulary,
     "treatments:\n  rest: {label: Rest, codes: [{system: rxnorm, code: \"5640\", mark: U}]}\n",
     {}},
    {"PastItsDate", Around::guide, "valid_until: 2026-01-30\n", {"V0610 guide `page` was valid until 2026-01-30"}},
    {"OnItsLastDay", Around::guide, "valid_until: 2026-01-31\n", {}},
};
INSTANTIATE_TEST_SUITE_P(Others, Pieces, testing::ValuesIn(others), named);

const std::string unused_condition = "conditions:\n  ill: {when: fever}\n";

const std::vector<Piece> silences{
    {"ByCode", Around::guide, unused_condition + "silence:\n  V0601: {because: It is for later.}\n", {}},
    {"ByCodeAndName",
     Around::guide,
     unused_condition + "silence:\n  V0601: {of: ill, because: It is for later.}\n",
     {}},
    {"OfAnotherName",
     Around::guide,
     unused_condition + "silence:\n  V0601: {of: sick, because: It is for later.}\n",
     {"V0601 no rule reads the condition `ill`", "V0611 no `V0601` here names `sick`"}},
    {"OfOneNameTooMany",
     Around::guide,
     unused_condition + "silence:\n  V0601: {of: [ill, sick], because: It is for later.}\n",
     {"V0611 no `V0601` here names `sick`"}},
    {"NothingToSilence",
     Around::guide,
     "silence:\n  V0602: {because: It is for later.}\n",
     {"V0611 nothing needs the silence of `V0602` here"}},
    {"OfTheVocabulary",
     Around::vocabulary,
     "conditions:\n  ill: {when: fever}\nsilence:\n  V0601: {because: It is for later.}\n",
     {}},
    {"NotNeededInTheFolder",
     Around::vocabulary,
     "silence:\n  V0602: {because: It is for later.}\n",
     {"V0611 nothing needs the silence of `V0602` here"}},
    {"OfAnError",
     Around::guide,
     "silence:\n  V0204: {because: It is for later.}\n",
     {"V0211 `V0204` is an error, and only warnings are silenced"}},
    {"OfNoCode",
     Around::guide,
     "silence:\n  V0661: {because: It is for later.}\n",
     {"V0204 `V0661` is not the code of a problem"}},
    {"WithoutAReason",
     Around::guide,
     unused_condition + "silence:\n  V0601: {of: ill}\n",
     {"V0202 silence `V0601` has no `because`"}},
    {"WithAKeyTooMany",
     Around::guide,
     unused_condition + "silence:\n  V0601: {of: ill, because: It is for later., until: later}\n",
     {"V0201 silence `V0601` has no key `until`"}},
};
INSTANTIATE_TEST_SUITE_P(Silences, Pieces, testing::ValuesIn(silences), named);

// The vocabulary speaks for the folder, a guide for itself only.
TEST(Silences, OfAGuideDoNotReachTheVocabulary) {
  auto texts = test::rules_around(Around::vocabulary, "conditions:\n  ill: {when: fever}\n");
  texts.push_back({"zz.yaml", "guide: page\nsilence:\n  V0601: {because: It is for later.}\n"});
  std::vector<std::string> codes;
  for (const Diagnostic& each : test::problems_of(texts)) codes.push_back(each.code);
  EXPECT_THAT(codes, testing::ElementsAre("V0601", "V0611"));
}

TEST(Silences, OfTheVocabularyReachItsGuides) {
  auto texts = test::rules_around(Around::guide, unused_condition);
  texts.push_back({"zz.yaml", "vocabulary: backs\nsilence:\n  V0601: {because: It is for later.}\n"});
  EXPECT_THAT(test::problems_of(texts), testing::IsEmpty());
}

TEST(Silences, OfExpiredGuidesAreNotJudgedWithoutADate) {
  const auto texts = test::rules_around(
      Around::guide, "valid_until: 2026-01-30\nsilence:\n  V0610: {because: Its successor is being read.}\n");
  EXPECT_THAT(test::problems_of(texts), testing::IsEmpty());
  EXPECT_THAT(test::problems_of(texts, date(2026, 1, 31)), testing::IsEmpty());
}

TEST(MissingTranslations, AreThoseOfTheLanguagesAfterTheFirst) {
  auto texts = test::rules_around(Around::vocabulary, "languages: [en, de]\n");
  std::size_t said = 0;
  for (const Diagnostic& each : test::problems_of(texts)) {
    EXPECT_EQ(each.code, "V0608") << each.message;
    ++said;
  }
  // Two levels, five questions and three treatments; one statement and one notice.
  EXPECT_EQ(said, 12U);
}

TEST(MissingTranslations, AreNotMissedWhereThereIsOneLanguage) {
  EXPECT_THAT(test::problems_of(test::rules_around(Around::vocabulary, "languages: [en]\n")), testing::IsEmpty());
}

}  // namespace
}  // namespace vertebra::check
