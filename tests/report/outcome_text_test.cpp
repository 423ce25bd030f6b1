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
using test::Ids;
using test::question;
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
  parts.guides = {{"spine_pro", "1.0.0", Truth::no, {}}};
  parts.notices = {{"care_not_assessed", "", "No guide covers this patient.", {}}};
  const std::string text = text_of(parts, 120);
  EXPECT_THAT(text, AllOf(HasSubstr("Not about this patient: spine_pro\n"), HasSubstr("Not assessed:"),
                          HasSubstr("This is not a clearance.")));
  EXPECT_THAT(text, Not(HasSubstr("PLEASE NOTE"))) << "what stands under CARE is not repeated";
}

TEST(OutcomeText, HasNoHeadingWithoutContent) {
  for (const auto* heading : {"ASK NEXT", "SCORES", "TREATMENTS", "OFFERED", "NOT SETTLED", "AFTER THE VISIT",
                              "TOGETHER", "DO NOT AGREE", "PLEASE NOTE", "SOURCES"}) {
    EXPECT_THAT(text_of(empty_outcome()), Not(HasSubstr(heading)));
  }
}

TEST(OutcomeText, SaysWhatScoresAddUpTo) {
  auto parts = empty_outcome();
  parts.scores = {{"start_back", "spine_pro", {3, 4}, "unknown"},
                  {"fear_of_moving", "spine_pro", {1, 1}, "very_low"},
                  {"plain", "spine_pro", {0, 0}, ""}};
  EXPECT_THAT(text_of(parts), HasSubstr("SCORES\n"
                                        "  - start back: 3 to 4 points, band not known yet\n"
                                        "  - fear of moving: 1 point, very low\n"
                                        "  - plain: 0 points\n"));
}

TEST(OutcomeText, PutsWarningSignsUnderTheLevelThatTheyAskFor) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::same_day, test::same_day, {}};
  parts.red_flags = {red_flag("a", Truth::yes, test::same_day, "One.", {"S1"}, {}),
                     red_flag("b", Truth::yes, test::same_day, "Two.", {"I-3"}, {}),
                     red_flag("c", Truth::yes, test::within_days, "Three.", {"S4", "I-5"}, {})};
  EXPECT_THAT(text_of(parts), HasSubstr("CARE\n"
                                        "  Speak to a clinician today\n"
                                        "    - One (S1)\n"
                                        "    - Two (I-3)\n"
                                        "  Be seen within days:\n"
                                        "    - Three (S4, I-5)\n"));
}

TEST(OutcomeText, NamesTheLevelOfASignWhileCareIsUndecided) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::within_days, test::emergency, {}};
  parts.red_flags = {red_flag("a", Truth::yes, test::within_days, "One.", {"S1"}, {})};
  EXPECT_THAT(text_of(parts, 120), HasSubstr("department now”\n  Be seen within days:\n    - One (S1)\n"));
}

TEST(OutcomeText, AsksWhatCanChangeCareByTheHighestLevelItCouldMeanAndCountsTheRest) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::within_days, test::emergency, {"age"}};
  parts.ask = {question("place", "Your back?", {Change::care}),
               question("leg", "Weak?", {Change::care}, test::emergency),
               question("fever", "", {Change::care, Change::verdicts}, test::same_day),
               question("age", "How old?", {Change::verdicts}),
               question("itch", "Itch?", {Change::scores}),
               question("nothing", "Nothing?", {})};
  EXPECT_THAT(text_of(parts), EndsWith("ASK NEXT\n"
                                       "  First of all, because it tells which guides apply:\n"
                                       "    - Your back?\n"
                                       "  Could still mean “Go to an emergency department now”:\n"
                                       "    - Weak?\n"
                                       "  Could still mean “Speak to a clinician today”:\n"
                                       "    - fever\n"
                                       "  2 more answers could change the treatments only.\n"));
}

TEST(OutcomeText, SaysThatNoAnswerCanChangeCareWhereSomeCouldChangeTreatments) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::same_day, test::same_day, {}};
  parts.ask = {question("itch", "Itch?", {Change::cautions})};
  EXPECT_THAT(text_of(parts, 120),
              EndsWith("ASK NEXT\n"
                       "  No open answer can change how soon to be seen. 1 answer could change the treatments.\n"));
}

TEST(OutcomeText, AsksTenQuestionsAndNamesTheRest) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::self_care, test::emergency, {}};
  for (const auto fact : {"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12"})
    parts.ask.push_back(question(fact, "Really?", {Change::care}, test::emergency));
  parts.ask.push_back(question("last_one", "Truly?", {Change::care}, test::same_day));
  const std::string text = text_of(parts);
  EXPECT_EQ(count(text, "    - Really?\n"), 10U) << text;
  EXPECT_THAT(text, EndsWith("?\n    - and f11 and f12\n  Could still mean “Speak to a clinician today”: last one\n"));
}

TEST(OutcomeText, ShowsOnlyWhatToDoNowAtTheMostUrgentLevel) {
  auto parts = test::sample_outcome();
  parts.care = CareInterval{test::emergency, test::emergency, {}, true};
  parts.notices.push_back({"if_it_lasts", "spine_pro", "If it lasts, come again.", {"S53"}});
  const std::string text = text_of(parts);
  EXPECT_THAT(text, AllOf(HasSubstr("CARE\n  Go to an emergency department now\n"), HasSubstr("  Also found:\n"),
                          HasSubstr("DO NOT AGREE"), HasSubstr("PLEASE NOTE\n  - See one (S52)\n")));
  for (const auto* said : {"Heat", "Ibuprofen", "Massage", "ASK NEXT", "If it lasts"}) {
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
                                        "      +20  “consider”, the guide's own word (S32)\n"
                                        "      +20  It is meant for the first weeks (I-22)\n"
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
      contraindication("c", Effect::caution, Truth::unknown, "The stomach may suffer.", {"C.2"}, {"ulcer"})};
  EXPECT_THAT(text_of(parts, 100),
              HasSubstr("      !  Caution: It raises blood pressure (C.1)\n"
                        "      ?  Would rule it out: It can make an ulcer bleed (C.9). Not known yet: ulcer\n"
                        "      ?  Would need caution: The stomach may suffer (C.2). Not known yet: ulcer\n"
                        "      ?  Whether it fits is not known yet: pain duration\n"));
}

TEST(OutcomeText, OnlyNamesWhatIsOpenWhenItIsMuch) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "ibuprofen", "Ibuprofen", Verdict::provisional, {20, 20})};
  auto& ibuprofen = parts.treatments.front();
  ibuprofen.depends_on = {"ulcer", "age", "asthma"};
  ibuprofen.arguments = {argument("early", 8, Truth::yes, "Early.", {"S1"}, {})};
  ibuprofen.contraindications = {
      contraindication("a", Effect::block, Truth::unknown, "A.", {"C.1"}, {"ulcer", "age", "asthma"}),
      contraindication("b", Effect::caution, Truth::yes, "With care.", {"C.2"}, {"fever"})};
  EXPECT_THAT(text_of(parts), HasSubstr("20\n"
                                        "      !  Caution: With care (C.2)\n"
                                        "      ?  Waits on ulcer, age and asthma\n"));
}

TEST(OutcomeText, NamesWhatCouldAskForCareWithAnOfferedTreatment) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "heat", "Heat", Verdict::offered, {20, 20})};
  parts.treatments.front().contraindications = {
      contraindication("a", Effect::caution, Truth::unknown, "A.", {"C.1"}, {"diabetes", "age"}),
      contraindication("b", Effect::caution, Truth::unknown, "B.", {"C.2"}, {"age"}),
      contraindication("c", Effect::caution, Truth::unknown, "C.", {"C.3"}, {"clot"})};
  EXPECT_THAT(text_of(parts), HasSubstr("      ?  May need caution, by diabetes, age and clot\n"));
}

TEST(OutcomeText, SaysOnceWhatAllUnsettledTreatmentsWaitOn) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "heat", "Heat", Verdict::provisional, {20, 20}),
                      ranked(2, "cold", "Cold", Verdict::provisional, {18, 18})};
  for (auto& treatment : parts.treatments) {
    treatment.depends_on = {"age"};
    treatment.contraindications = {
        contraindication("young", Effect::block, Truth::unknown, "Adults only.", {"R-17"}, {"age"})};
  }
  const std::string text = text_of(parts);
  EXPECT_THAT(text, HasSubstr("  Each waits on answers that are still open; all of them on age.\n"));
  EXPECT_THAT(text, Not(HasSubstr("Adults only")));
}

TEST(OutcomeText, TellsReasonsOfNeighboursOnceBelowThem) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "bridge", "Bridge", Verdict::offered, {20, 20}),
                      ranked(2, "plank", "Plank", Verdict::offered, {20, 20}),
                      ranked(3, "heat", "Heat", Verdict::offered, {20, 20})};
  for (auto& treatment : parts.treatments) {
    treatment.arguments = {argument("a", 20, Truth::yes, treatment.id == "heat" ? "Other." : "First.", {"S1"}, {})};
  }
  EXPECT_THAT(text_of(parts), HasSubstr("   1  Bridge  ████████████████████  20\n"
                                        "   2  Plank   ████████████████████  20\n"
                                        "      +20  First (S1)\n"
                                        "   3  Heat    ████████████████████  20\n"
                                        "      +20  Other (S1)\n"));
}

TEST(OutcomeText, OnlyRanksWhatWaitsForTheVisitAndKeepsItsCautions) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "heat", "Heat", Verdict::withheld, {20, 20}),
                      ranked(2, "cold", "Cold", Verdict::withheld, {18, 18})};
  parts.treatments[0].arguments = {argument("a", 20, Truth::yes, "Early.", {"S1"}, {})};
  parts.treatments[1].contraindications = {
      contraindication("b", Effect::caution, Truth::yes, "With care.", {"C.2"}, {"fever"})};
  parts.certain_first = CertainFirst{"heat", true, 4};
  EXPECT_THAT(text_of(parts), EndsWith("FOR AFTER THE VISIT\n"
                                       "  These wait until the patient has been assessed.\n"
                                       "   1  Heat  ████████████████████  20\n"
                                       "   2  Cold  ██████████████████    18\n"
                                       "  ! Caution with Cold: With care (C.2)\n"));
}

TEST(OutcomeText, SaysObligationsOnce) {
  auto parts = empty_outcome();
  parts.treatments = {ranked(1, "heat", "Heat", Verdict::offered, {24, 24}),
                      ranked(2, "cold", "Cold", Verdict::offered, {24, 24})};
  for (auto& treatment : parts.treatments) {
    treatment.obligations = {{"discuss_first", "spine_pro", "Discuss it first.", {"S35"}}};
  }
  parts.treatments[1].obligations.push_back({"short", "spine_pro", "Not for long.", {"C.11", "I-4"}});
  EXPECT_THAT(text_of(parts), EndsWith("TOGETHER WITH THESE\n"
                                       "  - All of these: Discuss it first (S35)\n"
                                       "  - Cold: Not for long (C.11, I-4)\n"
                                       "\n"
                                       "SOURCES\n"
                                       "  I- before a number: our interpretation of a source, not its own words.\n"));
}

TEST(OutcomeText, EndsWithTheSourcesThatStillHaveToBeChecked) {
  auto parts = empty_outcome();
  parts.care = CareInterval{test::same_day, test::same_day, {}};
  parts.red_flags = {red_flag("a", Truth::yes, test::same_day, "One.", {"R-1", "C.9a"}, {}),
                     red_flag("b", Truth::yes, test::same_day, "Two.", {"R-5", "R-1"}, {}),
                     red_flag("c", Truth::unknown, test::emergency, "Three.", {"R-7"}, {})};
  for (auto& flag : parts.red_flags) flag.guide = "red_flag_tiers";
  parts.weak_sources = {
      {"spine_pro", "R-5", "V2"},       // Another guide's, and not cited.
      {"red_flag_tiers", "C.9", "GK"},  // Only C.9a is.
      {"red_flag_tiers", "C.9a", "GK"}, {"red_flag_tiers", "R-1", "V2"},
      {"red_flag_tiers", "R-5", "GK"},  {"red_flag_tiers", "R-7", "GK"}};  // Cited, but what is open is not shown.
  EXPECT_THAT(text_of(parts),
              EndsWith("SOURCES\n"
                       "  Known from a secondary account only (V2): R-1.\n"
                       "  General knowledge that a clinician still has to check (GK): C.9a and R-5.\n"));
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
  parts.treatments[1].contraindications.push_back(
      contraindication("skin", Effect::block, Truth::yes, "Not through open skin.", {"C.6"}, {"wound"}));
  EXPECT_THAT(text_of(parts), HasSubstr("NOT OFFERED\n"
                                        "  Ruled out for this patient unless a clinician decides otherwise:\n"
                                        "    - Massage and Acupuncture: Not with a fever (C.5)\n"
                                        "    - Acupuncture: Not through open skin (C.6)\n"
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
  EXPECT_THAT(text_of(parts, 120), AllOf(HasSubstr("None is put forward while"), Not(HasSubstr("Heat"))));
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
