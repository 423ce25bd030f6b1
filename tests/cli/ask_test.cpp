#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "support/rule_folder.hpp"

// The interview as a person meets it, by what they type and what they read.
namespace vertebra {
namespace {

using test::Ran;
using test::run_vertebra;
using testing::AllOf;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

const support::RuleFiles rules{{"vocabulary.yaml", R"yaml(vocabulary: knee
care_levels:
  self_care: At home
  same_day: Today
  emergency: Now
facts:
  long: {type: quantity, unit: d, range: [0, 1000], ask: "How long has it hurt?"}
  here: {type: boolean, ask: "Does a knee hurt?"}
  fever: {type: boolean, ask: "Have you had a fever?"}
  temperature: {type: quantity, unit: Cel, range: [30, 43], words: {high: 39 .. 43}, ask: "What was your temperature?"}
  weak: {type: choice, of: [none, one_leg, both_legs], ask: "Is a leg weak?", panel: signs}
  numb: {type: boolean, ask: "Is the skin numb?", panel: signs}
  urine: {type: choice, of: [none, lost], ask: "Is urine lost?", panel: signs}
  tight: {type: boolean}
consistency:
  thermometer:
    never: not fever and temperature >= 38 Cel
    set_aside: fever
    because: That is a fever.
treatments:
  heat: {label: Heat}
  cold: {label: Cold}
)yaml"},
                               {"page.yaml", R"yaml(guide: page
uses: knee
scope: here
strengths: {should: 20}
sources:
  S1: {says: Something.}
red_flags:
  lame: {level: emergency, when: "any of (weak is both_legs, numb, urine is lost)", because: A nerve may be pressed., source: S1}
  hot: {level: same_day, when: fever or temperature >= 38 Cel, because: Hot., source: S1}
treatments:
  heat:
    strength: should
    source: S1
    arguments:
      relaxes: {points: +8, when: tight, because: Tight., source: S1}
  cold:
    strength: should
    source: S1
    arguments:
      late: {points: +3, when: long > 28 d, because: Late., source: S1}
)yaml"}};

class Ask : public testing::Test {
 protected:
  Ran ask(const std::string& in, std::vector<std::string> more = {}, const std::string& interrupt_at = {}) const {
    std::vector<std::string> words{"ask", "--rules", folder_.path(), "--profile", "page", "--as-of", "2026-01-31"};
    words.insert(words.end(), more.begin(), more.end());
    return run_vertebra(words,
                        {.in = in, .output = test::Output::kept, .environment = {}, .interrupt_at = interrupt_at});
  }

  // What is said to these lines; it must end well.
  std::string said(const std::string& in, const std::vector<std::string>& more = {}) const {
    const Ran run = ask(in, more);
    EXPECT_EQ(run.exit, 0) << run.out << run.err;
    EXPECT_EQ(run.err, "");
    return run.out;
  }

  std::string file(const std::string& name) const { return kept_.path() + "/" + name; }
  std::string written(const std::string& name) const {
    std::ifstream stream{file(name), std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{file(name), std::ios::binary} << text;
  }

 private:
  support::RuleFolder folder_{rules};
  support::RuleFolder kept_{{}};
};

// Each question in the order of the contract; a question that is open no more is not asked.
TEST_F(Ask, GoesFromTheScopeToTheLastPointAndThenSaysTheOutcome) {
  EXPECT_THAT(said("yes\nnone\nno\nyes\n5 d\n"),
              HasSubstr("Profile page as of 2026-01-31\n"
                        "Answer as asked, or `unknown` (an empty line), `why`, `back`, `quit`, `help`.\n"
                        "→ Care: between “At home” and “Now”\n"
                        "\n"
                        "1. Does a knee hurt?\n"
                        "   [yes or no]\n"
                        "> yes\n"
                        "\n"
                        "2. Which of these are so?\n"
                        "   1  Is a leg weak?\n"
                        "   2  Is the skin numb?\n"
                        "   3  Is urine lost?\n"
                        "   [none; the numbers of what is so, such as `1 3`; `2?` for not known; each]\n"
                        "> none\n"
                        "→ Care: between “At home” and “Today”\n"
                        "\n"
                        "3. Have you had a fever?\n"
                        "   [yes or no]\n"
                        "> no\n"
                        "→ Care: “At home”\n"
                        "\n"
                        "4. tight?\n"
                        "   [yes or no]\n"
                        "> yes\n"
                        "\n"
                        "5. How long has it hurt?\n"
                        "   [days, 0 to 1000; also `6 wk` or `3 wk .. 6 wk`]\n"
                        "> 5 d\n"
                        "\n"
                        "No open answer can change the advice.\n"
                        "\n"
                        "Profile page as of 2026-01-31: page"));
}

TEST_F(Ask, EndsAtTheMostUrgentLevel) {
  const std::string text = said("yes\n2\n");
  EXPECT_THAT(text,
              HasSubstr("> 2\n→ Care: “Now”\n\nNothing more is asked: there is no more urgent level than this.\n"));
  EXPECT_THAT(text, AllOf(HasSubstr("CARE\n  Now\n"), Not(HasSubstr("OFFERED")), Not(HasSubstr("3."))));
}

TEST_F(Ask, AsksAtOnceWhichChoiceHolds) {
  EXPECT_THAT(said("yes\n1\nboth_legs\n"),
              HasSubstr("> 1\n\n3. Is a leg weak?\n   [1 none, 2 one_leg, 3 both_legs]\n> both_legs\n→ Care: “Now”\n"));
  EXPECT_THAT(said("yes\n1\n2\n"), HasSubstr("> 2\n→ Care: between “At home” and “Today”\n"));
  EXPECT_THAT(said("yes\n3\n"), HasSubstr("> 3\n→ Care: “Now”\n")) << "only one choice is left";
}

TEST_F(Ask, TakesWhatIsNotNamedInAPanelAsNotSoAndAskedOneAsNotKnown) {
  EXPECT_THAT(said("yes\n1?\nno\nno\n5\n"), HasSubstr("Nothing is left to ask. Not known: weak.\n"));
  EXPECT_THAT(said("yes\n1? and 2?\nno\nno\n5\n"), HasSubstr("Nothing is left to ask. Not known: weak and numb.\n"));
  EXPECT_THAT(said("yes\n\nno\nno\n5\n"), HasSubstr("Nothing is left to ask. Not known: weak, numb and urine.\n"));
}

TEST_F(Ask, PutsAPanelOneByOneWhereThatIsAskedFor) {
  EXPECT_THAT(said("yes\neach\nnone\nno\nnone\nno\n"),
              AllOf(HasSubstr("3. Is a leg weak?\n"), HasSubstr("4. Is the skin numb?\n"),
                    HasSubstr("5. Is urine lost?\n"), HasSubstr("6. Have you had a fever?\n")));
}

TEST_F(Ask, AsksAgainAfterAnAnswerThatCannotBe) {
  EXPECT_THAT(said("maybe\nyes\n"), ContainsRegex("> maybe\nanswer:1:7: error\\[V0702 wrong-answer-type\\]: .*\n"
                                                  "    1 \\| here: maybe\n.*\n(.*\n)?> yes\n"));
  EXPECT_THAT(said("yes\n7\nnone\n"),
              HasSubstr("> 7\nanswer:1:1: error[V0702 wrong-answer-type]: `7` is not the number of one of these\n"));
  EXPECT_THAT(said("yes\nnone\nunknown\n50 Cel\n38.5\n"),
              AllOf(HasSubstr("error[V0704"), HasSubstr("> 38.5\n→ Care: “Today”\n")));
}

TEST_F(Ask, TakesWordsUnitsRangesAndSeveralChoices) {
  EXPECT_THAT(said("y\nnone\nunknown\nhigh\n"), HasSubstr("> high\n→ Care: “Today”\n"));
  EXPECT_THAT(said("y\neach\nnone or one_leg\nn\nnone\nn\nn\n3 wk .. 4 wk\n"),
              HasSubstr("No open answer can change the advice.\n"));
  EXPECT_THAT(said("y\nnone\nn\nn\n3 wk .. 6 wk\n"), HasSubstr("Nothing is left to ask. Not known: long.\n"))
      << "an answer that leaves something open is not asked for again";
}

TEST_F(Ask, SaysWhyItAsks) {
  EXPECT_THAT(said("yes\nnone\nwhy\n"), HasSubstr("> why\n   It could still mean “Today”.\n     - Hot.\n> \n"));
  EXPECT_THAT(said("yes\nwhy\n"), HasSubstr("> why\n   1 to 3  It could still mean “Now”.\n> "));
  EXPECT_THAT(said("why\n"),
              HasSubstr("   It tells which guides apply; it could still mean “Now”; 2 treatments wait on\n   it.\n"));
}

TEST_F(Ask, GoesBackAsOftenAsIsWanted) {
  EXPECT_THAT(said("back\n"), HasSubstr("There is nothing to go back to.\n"));
  const std::string text = said("yes\n2 3\n");
  EXPECT_THAT(text, HasSubstr("Nothing more is asked"));
  EXPECT_THAT(said("yes\nnone\nback\nback\nno\n"),
              AllOf(HasSubstr("> back\n→ Care: between “At home” and “Now”\n\n2. Which of these"),
                    HasSubstr("> back\n\n1. Does a knee hurt?\n   [yes or no]\n> no\n→ Care: not assessed")));
}

TEST_F(Ask, StopsAtTheEndOfTheInputAndWhenTold) {
  EXPECT_THAT(said("yes\n"), HasSubstr("> \n\nStopped with 7 facts open.\n\nProfile page"));
  EXPECT_THAT(said("yes\nquit\nnone\n"), HasSubstr("> quit\n\nStopped with 7 facts open.\n"));
  EXPECT_THAT(said("yes"), HasSubstr("> yes\n")) << "the last line need not end";
}

TEST_F(Ask, StopsAtControlCAndKeepsWhatWasAnswered) {
  const Ran run = ask("yes\n", {"--answers", file("a.yaml")}, "2. Which of these");
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("Stopped with 7 facts open. The answers are kept in"), HasSubstr("CARE\n")));
  EXPECT_THAT(written("a.yaml"), EndsWith("\nhere: yes\n"));
}

TEST_F(Ask, KeepsEveryAnswerAndGoesOnFromThere) {
  const std::vector<std::string> keep{"--answers", file("a.yaml")};
  said("yes\n1? 2?\nback\n2?\nunknown\nquit\n", keep);
  EXPECT_EQ(written("a.yaml"),
            "# Kept by `vertebra ask`, which goes on from here. `unknown` was asked and not known.\n"
            "here: yes\nweak: none\nurine: none\nfever: unknown\nnumb: unknown\n");
  EXPECT_THAT(said("37.5\n", keep), HasSubstr("\n1. What was your temperature?\n"));
  EXPECT_THAT(written("a.yaml"), HasSubstr("temperature: 37.5 Cel\n"));
  EXPECT_FALSE(std::filesystem::exists(file("a.yaml.new")));
}

TEST_F(Ask, BeginsWithWhatIsKnownAndLeavesThatFileAlone) {
  write("patient.yaml", "here: yes # a comment\nweak: none\n");
  EXPECT_THAT(said("none\n", {"--patient", file("patient.yaml")}),
              HasSubstr("1. Which of these are so?\n   1  Is the skin numb?\n   2  Is urine lost?\n"));
  EXPECT_EQ(written("patient.yaml"), "here: yes # a comment\nweak: none\n");
}

TEST_F(Ask, SaysWhereAnswersDoNotAgree) {
  write("patient.yaml", "here: yes\nfever: no\ntemperature: 39\n");
  EXPECT_THAT(said("none\n", {"--patient", file("patient.yaml")}),
              HasSubstr("! These answers do not agree: That is a fever.\n"));
}

TEST_F(Ask, EndsWithTheCertaintyThatIsAskedFor) {
  EXPECT_THAT(said("yes\nnone\nno\n", {"--until", "care"}),
              HasSubstr("\nNo open answer can change how soon to be seen.\n"));
  EXPECT_THAT(said("yes\nnone\nno\n", {"--until", "verdicts"}),
              HasSubstr("\nNo open answer can change how soon to be seen, or which treatments are offered.\n"));
  // Heat has 20 to 28 points and stands before cold, with 20 to 23: where heat has 28, cold cannot catch up.
  EXPECT_THAT(said("yes\nnone\nno\nyes\n", {"--until", "rank"}),
              HasSubstr("which treatments are offered, or\ntheir order.\n"));
  EXPECT_THAT(said("yes\nnone\nno\nno\n", {"--until", "rank"}), HasSubstr("5. How long has it hurt?\n"));
}

TEST_F(Ask, RefusesFilesThatItCannotUse) {
  const auto refused = [&](const std::vector<std::string>& more, int exit, const std::string& words) {
    const Ran run = ask("yes\nnone\n", more);
    EXPECT_EQ(run.exit, exit);
    EXPECT_THAT(run.err, HasSubstr(words));
  };
  refused({"--answers", file("nowhere/a.yaml")}, 2, "the file cannot be written: it does not exist");
  refused({"--answers", file("a.json")}, 2, "give --answers a file in YAML");
  refused({"--patient", "-"}, 2, "standard input is for the answers");
  refused({"--until", "car"}, 2, "did you mean `care`?");
  write("bad.yaml", "here: perhaps\n");
  refused({"--answers", file("bad.yaml")}, 1, "bad.yaml:1:7: error[V0702");
  EXPECT_EQ(written("bad.yaml"), "here: perhaps\n");
}

}  // namespace
}  // namespace vertebra
