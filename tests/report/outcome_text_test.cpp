#include "report/outcome_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/sample_outcome.hpp"
#include "report/wrap.hpp"

namespace vertebra {
namespace {

using test::argument;
using test::contraindication;
using test::empty_outcome;
using test::ranked;
using test::red_flag;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_of(const report::OutcomeParts& parts, int width = 80) {
  return report::to_text(parts, {.color = false, .width = width});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(OutcomeText, BeginsWithProfileVersionsAndDate) {
  EXPECT_THAT(text_of(empty_outcome()), StartsWith("Profile default as of 2026-01-31: spine_pro 1.0.0\n"));
}

TEST(OutcomeText, NeverShowsTheLowerEndOfAnOpenCareLevelAlone) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::self_care, test::same_day, {}};
  EXPECT_THAT(
      text_of(parts),
      HasSubstr("CARE\n  Not decided yet: between “Care for yourself at home” and “Speak to a clinician\n  today”"));
}

TEST(OutcomeText, ShowsADecidedLevelByItsLabel) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::within_days, test::within_days, {}};
  EXPECT_THAT(text_of(parts), HasSubstr("CARE\n  Be seen within days\n"));
}

TEST(OutcomeText, SaysThatCareWithoutAGuideIsNoClearance) {
  auto parts = empty_outcome();
  parts.guides = {{"spine_pro", "1.0.0", Truth::no}};
  parts.notices = {{"care_not_assessed", "", "No guide covers this patient.", {}}};
  const std::string text = text_of(parts, 120);
  EXPECT_THAT(text, AllOf(HasSubstr("Not about this patient: spine_pro\n"), HasSubstr("Not assessed:"),
                          HasSubstr("This is not a clearance.")));
  EXPECT_THAT(text, Not(HasSubstr("PLEASE NOTE"))) << "what stands under CARE is not repeated";
}

TEST(OutcomeText, HasNoHeadingWithoutContent) {
  for (const auto* heading : {"WARNING SIGNS", "COULD STILL CHANGE", "ORDER", "OFFERED", "NOT SETTLED",
                              "AFTER THE VISIT", "TOGETHER", "CLAIMS", "NOT KNOWN", "DO NOT AGREE", "PLEASE NOTE"}) {
    EXPECT_THAT(text_of(empty_outcome()), Not(HasSubstr(heading)));
  }
}

TEST(OutcomeText, GroupsWarningSignsByLevel) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::same_day, test::same_day, {}};
  parts.red_flags = {red_flag("a", Truth::yes, test::same_day, "One.", {"S1"}, {}),
                     red_flag("b", Truth::yes, test::same_day, "Two.", {"I-3"}, {}),
                     red_flag("c", Truth::yes, test::within_days, "Three.", {"S4", "I-5"}, {})};
  EXPECT_THAT(text_of(parts), HasSubstr("WARNING SIGNS\n"
                                        "  Speak to a clinician today:\n"
                                        "    - One (S1)\n"
                                        "    - Two (I-3, interpretation)\n"
                                        "  Be seen within days:\n"
                                        "    - Three (S4; interpretation I-5)\n"));
}

TEST(OutcomeText, SaysOnceALevelWhatOpenWarningSignsWaitOn) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::within_days, test::emergency, {}};
  parts.red_flags = {
      red_flag("a", Truth::unknown, test::emergency, "A.", {"S1"}, {"saddle_numbness", "leg_weakness"}),
      red_flag("b", Truth::unknown, test::emergency, "B.", {"S1"}, {"leg_weakness", "age"}),
      red_flag("c", Truth::unknown, test::same_day, "C.", {"S1"}, {"a", "b", "c", "d", "e", "f", "g", "h"}),
      red_flag("d", Truth::unknown, test::within_days, "D.", {"S1"}, {"fever"})};
  EXPECT_THAT(
      text_of(parts, 200),
      EndsWith(
          "COULD STILL CHANGE\n"
          "  - Could still be “Go to an emergency department now”: waits on saddle numbness, leg weakness and age\n"
          "  - Could still be “Speak to a clinician today”: waits on a, b, c, d, e, f and 2 more\n"))
      << "a sign at the level already reached changes no level";
}

TEST(OutcomeText, ShowsOnlyWhatToDoNowAtTheMostUrgentLevel) {
  auto parts = test::sample_outcome();
  parts.care = CareInterval{test::emergency, test::emergency, {}};
  const std::string text = text_of(parts);
  EXPECT_THAT(text, AllOf(HasSubstr("CARE\n  Go to an emergency department now\n"), HasSubstr("WARNING SIGNS"),
                          HasSubstr("DO NOT AGREE"), HasSubstr("PLEASE NOTE")));
  for (const auto* said : {"Heat", "Ibuprofen", "Massage", "NOT KNOWN YET", "COULD STILL CHANGE"}) {
    EXPECT_THAT(text, Not(HasSubstr(said)));
  }
}

// Bars of 20 columns for at most 40 points: two points a column.
TEST(OutcomeText, ShowsRankBarAndScoreWithReasonsBelow) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "heat", "Heat", Verdict::offered, {40, 40}),
                      ranked(2, "cold", "Cold pack", Verdict::provisional, {10, 30}),
                      ranked(3, "plank", "Plank", Verdict::withheld, {-4, -4})};
  parts.treatments[0].arguments = {argument("strength", 20, Truth::yes, "", {"S32"}, {}),
                                   argument("early", 20, Truth::yes, "It is meant for the first weeks.", {"I-22"}, {})};
  parts.treatments[0].arguments[0].word = "consider";
  parts.treatments[1].arguments = {
      argument("tight", 20, Truth::unknown, "Muscles relax.", {"S1"}, {"muscle_tightness"})};
  EXPECT_THAT(text_of(parts), HasSubstr("OFFERED\n"
                                        "   1  Heat       ████████████████████  40\n"
                                        "      +20  The guide's own word: consider (S32)\n"
                                        "      +20  It is meant for the first weeks (I-22, interpretation)\n"
                                        "\n"
                                        "NOT SETTLED YET\n"
                                        "  Each waits on answers that are still open.\n"
                                        "   2  Cold pack  █████░░░░░░░░░░       10–30\n"
                                        "      +20?  Muscles relax (S1). Not known yet: muscle tightness\n"
                                        "\n"
                                        "FOR AFTER THE VISIT\n"
                                        "  These wait until the patient has been assessed.\n"
                                        "   3  Plank                            −4\n"));
}

TEST(OutcomeText, ShowsCautionsAndWhatCouldStillRuleATreatmentOut) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "ibuprofen", "Ibuprofen", Verdict::provisional, {20, 20})};
  auto& ibuprofen = parts.treatments.front();
  ibuprofen.depends_on = {"ulcer", "pain_duration"};
  ibuprofen.contraindications = {
      contraindication("a", Effect::caution, Truth::yes, "It raises blood pressure.", {"C.1"}, {"pressure"}),
      contraindication("b", Effect::block, Truth::unknown, "It can make an ulcer bleed.", {"C.9"}, {"ulcer"}),
      contraindication("c", Effect::caution, Truth::unknown, "The kidneys may suffer.", {"C.2"}, {"egfr"})};
  EXPECT_THAT(text_of(parts, 100),
              HasSubstr("      !  Caution: It raises blood pressure (C.1)\n"
                        "      ?  Would rule it out: It can make an ulcer bleed (C.9). Not known yet: ulcer\n"
                        "      ?  Would need caution: The kidneys may suffer (C.2). Not known yet: egfr\n"
                        "      ?  Whether it fits is not known yet: pain duration\n"));
}

TEST(OutcomeText, CountsOpenReasonsWhenThereAreMany) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "ibuprofen", "Ibuprofen", Verdict::provisional, {20, 20})};
  parts.treatments.front().contraindications = {
      contraindication("a", Effect::block, Truth::unknown, "A.", {"C.1"}, {"ulcer", "age"}),
      contraindication("b", Effect::block, Truth::unknown, "B.", {"C.2"}, {"age"}),
      contraindication("c", Effect::block, Truth::unknown, "C.", {"C.3"}, {"asthma"})};
  EXPECT_THAT(text_of(parts, 100),
              HasSubstr("Could still be ruled out, for 3 reasons. Not known yet: ulcer, age and asthma\n"));
}

TEST(OutcomeText, TellsReasonsThatAGroupSharesOnce) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "bridge", "Bridge", Verdict::offered, {24, 24}),
                      ranked(2, "plank", "Plank", Verdict::offered, {24, 24}),
                      ranked(3, "heat", "Heat", Verdict::offered, {24, 24})};
  for (auto& treatment : parts.treatments) {
    treatment.part_of = treatment.id == "heat" ? "thermal_therapy" : "core_strengthening";
    treatment.arguments = {argument("a", 20, Truth::yes, "First.", {"S1"}, {}),
                           argument("b", 4, Truth::yes, "Second.", {"S1"}, {})};
  }
  const std::string text = text_of(parts);
  EXPECT_EQ(count(text, "As for Bridge."), 1U) << text;
  EXPECT_EQ(count(text, "Second (S1)"), 2U) << "another group tells its own reasons\n" << text;
}

TEST(OutcomeText, SaysObligationsAndClaimsOnce) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "heat", "Heat", Verdict::offered, {24, 24}),
                      ranked(2, "cold", "Cold", Verdict::offered, {24, 24})};
  parts.treatments[0].claims = {{"can", "instant", "relieves the place.", {"S32", "I-13"}}};
  for (auto& treatment : parts.treatments) {
    treatment.obligations = {{"discuss_first", "spine_pro", "Discuss it first.", {"S35"}}};
  }
  EXPECT_THAT(text_of(parts), HasSubstr("TOGETHER WITH THESE\n"
                                        "  - Discuss it first (S35)\n"
                                        "    For all of these\n"
                                        "\n"
                                        "CLAIMS OF THE SOURCE, NOT COUNTED\n"
                                        "  For Heat:\n"
                                        "    - can, instant: relieves the place (S32; interpretation I-13)\n"));
}

TEST(OutcomeText, GroupsWhatIsWithheldByCause) {
  auto parts = empty_outcome();
  const auto withheld = [](std::string_view id, std::string_view label, Cause cause) {
    return test::treatment(id, label, Verdict::withheld, cause);
  };
  parts.treatments = {withheld("a", "Massage", Cause::blocked),     withheld("b", "Acupuncture", Cause::blocked),
                      withheld("c", "Plank", Cause::not_indicated), withheld("d", "Bridge", Cause::not_indicated),
                      withheld("e", "Bed rest", Cause::against),    withheld("f", "Belt", Cause::no_recommendation),
                      withheld("g", "Tilt", Cause::not_in_scope)};
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    parts.treatments[i].contraindications = {
        contraindication("fever", Effect::block, Truth::yes, "Not with a fever.", {"C.5"}, {"fever"}),
        contraindication("open", Effect::block, Truth::unknown, "Unsettled.", {"C.6"}, {"age"})};
  }
  EXPECT_THAT(text_of(parts), HasSubstr("NOT OFFERED\n"
                                        "  Ruled out for this patient:\n"
                                        "    - Massage and Acupuncture: Not with a fever (C.5)\n"
                                        "  The guide advises against: Bed rest\n"
                                        "  The guide gives no recommendation: Belt\n"
                                        "  Not meant for this patient now: Plank and Bridge\n"
                                        "  The guide does not cover this patient: Tilt\n"));
}

TEST(OutcomeText, SaysHowFirmTheFirstPlaceIs) {
  auto parts = test::sample_outcome();
  EXPECT_THAT(text_of(parts, 120),
              HasSubstr("Heat comes first, at least 4 points ahead, whatever the open answers turn out to be.\n"));
  parts.certain_first->certain = false;
  EXPECT_THAT(text_of(parts, 120), HasSubstr("Heat comes first so far; open answers can change that.\n"));
  parts.certain_first.reset();
  for (auto& treatment : parts.treatments) treatment.rank = 0;
  EXPECT_THAT(text_of(parts, 120), HasSubstr("There is no order while"));
}

TEST(OutcomeText, AsksAtMostTenQuestions) {
  auto parts = empty_outcome();
  parts.open_facts.assign(13, {"fever", "Have you had a fever?"});
  const std::string text = text_of(parts);
  EXPECT_EQ(count(text, "  - Have you had a fever?\n"), 10U);
  EXPECT_THAT(text, HasSubstr("?\n  and 3 more\n"));
}

TEST(OutcomeText, NamesWhatWasSetAside) {
  EXPECT_THAT(text_of(test::sample_outcome()),
              HasSubstr("  - 38 °C is a fever.\n"
                        "    Answered: fever and body temperature. Set aside: fever\n"));
}

TEST(OutcomeText, KeepsEveryLineWithinTheWidth) {
  auto parts = test::sample_outcome();
  parts.treatments.front().label =
      "A treatment whose label is far too long to stand on one line with its bar and score";
  parts.notices = {
      {"a", "spine_pro", std::string_view{"Siehe-überaus-lange-Verknüpfung-ohne-Leerzeichen-und-ohne-Ende"}, {"S1"}}};
  for (const int width : {40, 60, 80, 100}) {
    for (const auto& line : lines_of(text_of(parts, width))) EXPECT_LE(report::columns(line), width) << line;
  }
}

TEST(OutcomeText, UsesColourOnlyWhenAsked) {
  const auto parts = test::sample_outcome();
  EXPECT_THAT(text_of(parts), Not(HasSubstr("\x1b")));
  EXPECT_THAT(report::to_text(parts, {.color = true, .width = 80}), HasSubstr("\x1b[1mCARE\x1b[0m\n"));
}

}  // namespace
}  // namespace vertebra
