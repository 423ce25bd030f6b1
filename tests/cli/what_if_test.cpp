#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

// `vertebra what-if` and `vertebra counterfactuals` as a user meets them.
namespace vertebra {
namespace {

using test::run_vertebra;
using testing::HasSubstr;

const std::string data = VERTEBRA_SOURCE_DIR "/tests/cli/data/";

test::Ran ask(const std::string& command, const std::vector<std::string>& more) {
  std::vector<std::string> words{command,   "--rules",   data + "rules", "--patient", data + "well.yaml",
                                 "--as-of", "2026-01-31"};
  words.insert(words.end(), more.begin(), more.end());
  return run_vertebra(words);
}

void expect_said(const test::Ran& ran, const std::string& out) {
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out, "Profile default as of 2026-01-31\n" + out);
  EXPECT_EQ(ran.err, "");
}

void expect_refused(const test::Ran& ran, int exit, const std::string& err) {
  EXPECT_EQ(ran.exit, exit);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr(err));
}

TEST(WhatIf, SaysWhatChangesAndNothingElse) {
  expect_said(ask("what-if", {"--set", "fever=yes"}),
              "\nCARE\n  “Care for yourself at home” → “Speak to a clinician today”\n"
              "\nRED FLAGS\n  - Now: There is a fever (S1)\n"
              "\nRANKS\n  No treatment is ranked any more.\n");
  expect_said(ask("what-if", {"--set", "pain_duration=4 wk"}), "\nPOINTS\n  Heat 28 → 20\n");
  expect_said(ask("what-if", {"--set", "pain_duration=6"}), "Nothing in the advice changes.\n");
}

TEST(WhatIf, TakesSeveralAnswersAndTakesAnswersBack) {
  expect_said(ask("what-if", {"--set", "fever=unknown", "--set", "pain_duration=4 wk"}),
              "\nCARE\n  “Care for yourself at home” → “Care for yourself at home” to “Speak to a\n  clinician today”\n"
              "\nRED FLAGS\n  - Open now: There is a fever (S1)\n"
              "\nPOINTS\n  Heat 28 → 20\n"
              "\nQUESTIONS\n  Now asked: fever\n");
}

TEST(WhatIf, IsThereForPrograms) {
  const auto ran = ask("what-if", {"--set", "fever=yes", "--format", "json"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(
      ran.out,
      HasSubstr(R"("care":{"before":{"least":"self_care","most":"self_care"},)"
                R"("after":{"least":"same_day","most":"same_day"}},)"
                R"("red_flags":[{"id":"feverish","guide":"small_guide","level":"same_day",)"
                R"("before":"no","after":"yes","because":"There is a fever.","source":"S1"}],)"
                R"("treatments":[{"id":"heat","before":{"verdict":"offered","rank":1,"score":{"low":28,"high":28}},)"
                R"("after":{"verdict":"offered","score":{"low":28,"high":28}}})"));
}

TEST(WhatIf, SaysWhatIsWrongWithAnAnswer) {
  expect_refused(ask("what-if", {"--set", "fever"}), 2, "`fever` is not an answer to a fact");
  expect_refused(ask("what-if", {"--set", "fevr=yes"}), 1, "did you mean `fever`?");
  expect_refused(ask("what-if", {"--set", "pain_duration={3}"}), 1, "V0702");
  expect_refused(ask("what-if", {}), 2, "`--set` is missing");
}

TEST(Counterfactuals, NameTheFewestAnswers) {
  expect_said(ask("counterfactuals", {"--change", "care"}),
              "\nWHAT OTHER ANSWERS WOULD DO\n"
              "  For other care than now (“Care for yourself at home”) one other answer is\n  enough. Any of these:\n"
              "  “Speak to a clinician today”:\n"
              "    - fever: yes (now no)\n");
}

TEST(Counterfactuals, SayWhenThereAreNoneOrNoneAreNeeded) {
  expect_said(ask("counterfactuals", {"--change", "first"}),
              "\nWHAT OTHER ANSWERS WOULD DO\n"
              "  For another treatment to come first (now: Heat comes first) not even three\n"
              "  other answers are enough.\n");
  expect_said(ask("counterfactuals", {"--change", "offered:rest"}),
              "\nWHAT OTHER ANSWERS WOULD DO\n  Nothing is needed: it is so already.\n");
}

TEST(Counterfactuals, AreThereForPrograms) {
  const auto ran = ask("counterfactuals", {"--change", "care", "--format", "json"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(
      ran.out,
      HasSubstr(R"("goal":{"change":"care"},"now":{"care":{"least":"self_care","most":"self_care"},"first":"heat"},)"
                R"("reached_already":false,"complete":true,)"
                R"("sets":[{"answers":[{"fact":"fever","before":"no","after":"yes"}],)"
                R"("then":{"care":{"least":"same_day","most":"same_day"}}}]})"));
}

TEST(Counterfactuals, KnowWhatCanBeWishedFor) {
  expect_refused(ask("counterfactuals", {"--change", "cure"}), 2, "`--change` cannot be `cure`");
  expect_refused(ask("counterfactuals", {"--change", "offered"}), 2, "as in offered:ibuprofen");
  expect_refused(ask("counterfactuals", {"--change", "offered:heta"}), 2, "did you mean `heat`?");
  expect_refused(ask("counterfactuals", {}), 2, "`--change` is missing");
}

}  // namespace
}  // namespace vertebra
