#include "cases/runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/small_rules.hpp"
#include "report/coverage_words.hpp"

namespace vertebra {
namespace {

using test::run_small;

struct Row {
  std::string name;
  std::string body;  // `given` and `expect` of one case on the patient who is well.
  std::vector<std::string> differences;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Expecting : public testing::TestWithParam<Row> {};

TEST_P(Expecting, ComparesWhatIsListedExactly) {
  const CaseRun run = run_small("  a_case: {based_on: well, " + GetParam().body + "}\n");
  ASSERT_EQ(run.results.size(), 1U) << (run.diagnostics.empty() ? "" : to_string(run.diagnostics.front()));
  std::vector<std::string> said;
  for (const CaseDifference& each : run.results.front().differences) said.push_back(report::difference_text(each));
  EXPECT_EQ(said, GetParam().differences);
  EXPECT_EQ(run.results.front().passed(), GetParam().differences.empty());
}

// Of the patient who is well: tea 10 + 5, pill 20, nothing raised, nothing open.
const std::vector<Row> rows{
    {"AllOfOnePatient",
     "expect: {care: home, red_flags: [], open_flags: [], offered: [tea, pill], provisional: [], withheld: {}, "
     "cautions: {}, first: pill, ask: [], conflicts: [], notices: []}",
     {}},
    {"OrderOfASetIsFree", "expect: {offered: [pill, tea]}", {}},
    {"OneCareLevel", "expect: {care: soon}", {"care: expected soon, but it is home"}},
    {"CareInterval", "given: {fever: unknown, hot: unknown}, expect: {care: [home, now]}", {}},
    {"NarrowerCareInterval",
     "given: {fever: unknown, hot: unknown}, expect: {care: home}",
     {"care: expected home, but it is [home, now]"}},
    {"AnIntervalOfOneLevel", "expect: {care: [home, home]}", {}},
    {"CareOmitted",
     "given: {pain: no}, expect: {care: none, first: none, notices: [care_not_assessed], "
     "withheld: {tea: not_in_scope, pill: not_in_scope}}",
     {}},
    {"MissingFlag", "expect: {red_flags: [lasting]}", {"red_flags: expected lasting"}},
    {"FlagTooMuch", "given: {fever: yes}, expect: {red_flags: []}", {"red_flags: did not expect feverish"}},
    {"OtherFlag",
     "given: {fever: yes}, expect: {red_flags: [lasting]}",
     {"red_flags: expected lasting; did not expect feverish"}},
    {"OpenFlag", "given: {days: unknown}, expect: {open_flags: [lasting], ask: [days]}", {}},
    {"OpenFlagForgotten", "given: {days: unknown}, expect: {open_flags: []}", {"open_flags: did not expect lasting"}},
    {"AskForgotten", "given: {days: unknown}, expect: {ask: []}", {"ask: did not expect days"}},
    {"BlockOpen", "given: {fever: yes, hot: unknown}, expect: {provisional: [pill], offered: [tea]}", {}},
    {"BlockAndCaution",
     "given: {fever: yes, hot: yes}, expect: {withheld: {pill: blocked}, cautions: {tea: [heat]}}",
     {}},
    {"WrongCause",
     "given: {fever: yes, hot: yes}, expect: {withheld: {pill: deferred}}",
     {"withheld: expected pill: deferred; did not expect pill: blocked"}},
    {"CautionForgotten",
     "given: {fever: yes, hot: yes}, expect: {cautions: {}}",
     {"cautions: did not expect tea: heat"}},
    {"OtherFirst", "expect: {first: tea}", {"first: expected tea, but it is pill"}},
    {"Conflict", "given: {hot: yes}, expect: {conflicts: [hot_is_fever], red_flags: [feverish]}", {}},
    {"ConflictForgotten", "given: {hot: yes}, expect: {conflicts: []}", {"conflicts: did not expect hot_is_fever"}},
    {"Notice", "given: {days: 29 d}, expect: {notices: [lasts]}", {}},
    {"TwoKeysAtOnce",
     "expect: {care: now, red_flags: [feverish]}",
     {"care: expected now, but it is home", "red_flags: expected feverish"}},
};

INSTANTIATE_TEST_SUITE_P(ByKey, Expecting, testing::ValuesIn(rows),
                         [](const testing::TestParamInfo<Row>& row) { return row.param.name; });

TEST(CaseRunner, GivesNobodyAnswersThatAreNotTheirs) {
  const CaseRun run = run_small(
      "  first: {based_on: well, expect: {ask: []}}\n"
      "  second: {expect: {ask: [pain, fever, hot, days]}}\n");
  ASSERT_EQ(run.results.size(), 2U);
  EXPECT_EQ(run.failed(), 0U);
  EXPECT_EQ(run.results[1].id, "second");
  EXPECT_EQ(run.results[1].line, 7);
}

TEST(CaseRunner, LetsGivenReplaceOrTakeBackAnAnswer) {
  const CaseRun run = run_small(
      "  replaced: {based_on: well, given: {days: 29 d}, expect: {care: soon}}\n"
      "  taken_back: {based_on: well, given: {days: unknown}, expect: {care: [home, soon]}}\n");
  EXPECT_EQ(run.failed(), 0U);
}

TEST(CaseRunner, RunsTheCasesOfOneProfileOnly) {
  EXPECT_EQ(run_small("  one: {expect: {offered: []}}\n", "page").results.size(), 1U);
  EXPECT_TRUE(run_small("  one: {expect: {offered: []}}\n", "other").results.empty());
}

struct Counts {
  std::uint64_t yes, no, unknown;
  friend bool operator==(const Counts&, const Counts&) = default;
};

Counts counts(const CaseRun& run, std::string_view name) {
  for (const RuleCoverage& each : run.coverage.rules) {
    if (report::rule_name(each) == name) return {each.yes, each.no, each.unknown};
  }
  ADD_FAILURE() << name << " is not counted";
  return {};
}

TEST(CaseCoverage, CountsEachOutcomeOfEachRule) {
  const CaseRun run = run_small(
      "  a: {based_on: well, expect: {care: home}}\n"
      "  b: {based_on: well, given: {days: 29 d}, expect: {care: soon}}\n"
      "  c: {based_on: well, given: {days: 30 d, hot: unknown}, expect: {care: soon}}\n"
      "  d: {given: {pain: yes}, expect: {care: [home, now]}}\n"
      "  outside: {given: {pain: no, fever: yes}, expect: {care: none}}\n");
  EXPECT_EQ(run.failed(), 0U);
  EXPECT_EQ(counts(run, "condition long"), (Counts{2, 1, 2}));
  EXPECT_EQ(counts(run, "scope of page"), (Counts{4, 1, 0}));
  // Outside its scope a guide says nothing, so that patient covers none of its rules.
  EXPECT_EQ(counts(run, "red flag lasting of page"), (Counts{2, 1, 1}));
  EXPECT_EQ(counts(run, "red flag feverish of page"), (Counts{0, 3, 1}));
  EXPECT_EQ(counts(run, "argument tea.early of page"), (Counts{1, 2, 1}));
  EXPECT_EQ(counts(run, "notice lasts of page"), (Counts{2, 1, 1}));
  // A fever that is denied narrows heat, which c left open, to no.
  EXPECT_EQ(counts(run, "contraindication heat of page"), (Counts{0, 3, 1}));
}

TEST(CaseCoverage, IsNeverRoundedUp) {
  CaseCoverage coverage;
  EXPECT_EQ(coverage.basis_points(), 10000);
  RuleCoverage seen;
  seen.yes = seen.no = seen.unknown = 1;
  coverage.rules.assign(9999, seen);
  EXPECT_EQ(report::percent_text(coverage), "100.00%");
  seen.unknown = 0;
  coverage.rules.push_back(seen);
  EXPECT_EQ(coverage.covered(), 29999U);
  EXPECT_EQ(report::percent_text(coverage), "99.99%");
  seen.yes = seen.no = 0;
  coverage.rules = {seen};
  EXPECT_EQ(report::percent_text(coverage), "0.00%");
}

TEST(CaseCoverage, CountsAGuideThatNoCaseAsks) {
  const CaseRun run = run_small("  {}\n");
  EXPECT_EQ(run.coverage.rules.size(), 7U);
  EXPECT_EQ(run.coverage.covered(), 0U);
}

}  // namespace
}  // namespace vertebra
