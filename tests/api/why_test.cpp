#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

#include "support/rule_folder.hpp"

namespace vertebra {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Date as_of = date(2026, 1, 31);

const support::RuleFiles files{
    {"vocabulary.yaml", R"(vocabulary: knees
version: 1.0.0
care_levels: {self_care: At home, same_day: Today, emergency: Now}
facts:
  knee_hurts: {type: boolean, ask: "Does it hurt?"}
  swollen: {type: boolean, ask: "Is it swollen?"}
  hot: {type: boolean, ask: "Is it hot?"}
  temperature: {type: quantity, unit: Cel, range: [30, 45], ask: "How warm?"}
  days: {type: quantity, unit: d, range: [0, 400], ask: "How long?"}
consistency:
  thermometer_agrees: {never: not hot and temperature >= 38 Cel, set_aside: hot, because: That is hot.}
treatments:
  cold: {label: Cold}
  heat: {label: Heat}
  rest: {label: Rest}
)"},
    {"page.yaml", R"(guide: page
version: 1.0.0
title: Knees
uses: knees
status: active
intended_use: A test.
scope: knee_hurts
defer_from: same_day
parameters:
  few_weeks: {value: 28 d, range: [14 d, 42 d], source: I-1}
sources:
  S1: {says: One., mark: V}
  I-1: {interprets: S1, says: A few is four.}
strengths: {should: 20, consider: 10}
conditions:
  long: {when: days > few_weeks, source: I-1}
red_flags:
  infected: {level: emergency, when: swollen and hot, because: It may be infected., source: S1}
  lasting: {level: same_day, when: long or (swollen and not hot), because: It lasts., source: [S1, I-1]}
treatments:
  cold: {strength: should, source: S1}
  heat: {strength: should, source: S1, arguments: {warm: {points: 5, when: not swollen, because: It soothes., source: S1}}}
)"},
    {"safety.yaml", R"(guide: safety
version: 1.0.0
title: Safety
uses: knees
status: active
intended_use: A test.
sources: {S1: {says: One.}}
contraindications:
  burning: {when: hot, blocks: [heat], because: Heat feeds it., source: S1}
)"},
    {"profile.yaml", "profile: default\nrank_by: page\nguards: [safety]\ndefer: {by: [page], from: same_day}\n"},
};

class WhyApi : public testing::Test {
 protected:
  WhyApi() : engine_{*load_rule_set(folder_.path(), "default").rule_set}, patient_{engine_}, evaluator_{engine_} {}

  void given(std::string_view answers) { ASSERT_TRUE(read_patient(patient_, answers, "patient.yaml")); }
  Why why(std::string_view question) {
    WhyReply reply = evaluator_.why(patient_, as_of, *read_why_question(question));
    EXPECT_TRUE(reply.why) << question << ": " << reply.problem.message;
    return *std::move(reply.why);
  }
  std::string problem(std::string_view question) {
    const WhyReply reply = evaluator_.why(patient_, as_of, *read_why_question(question));
    EXPECT_FALSE(reply.why);
    return reply.problem.message + "; " + reply.problem.help;
  }

  support::RuleFolder folder_{files};
  Engine engine_;
  Patient patient_;
  Evaluator evaluator_;
};

const WhyNode* find(const std::vector<WhyNode>& nodes, WhyKind kind, std::string_view id) {
  for (const WhyNode& each : nodes)
    if (each.kind == kind && each.id == id) return &each;
  return nullptr;
}

TEST_F(WhyApi, NamesTheAnswersThatDecideAndNoOthers) {
  given("{knee_hurts: yes, swollen: yes, hot: yes, days: 60 d}");
  const Why answer = why("care");
  EXPECT_EQ(answer.truth(), Truth::yes);
  EXPECT_THAT(answer.facts(), ElementsAre("knee_hurts", "swollen", "hot"));
  EXPECT_THAT(answer.waits_on(), IsEmpty());
}

TEST_F(WhyApi, TakesTheShorterOfTwoReasons) {
  given("{knee_hurts: yes, swollen: yes, hot: no, days: 60 d}");
  EXPECT_THAT(why("red_flag:lasting").facts(), ElementsAre("knee_hurts", "days"));
}

TEST_F(WhyApi, ShowsOnlyWhatRefutes) {
  given("{knee_hurts: yes, swollen: yes, hot: no}");
  EXPECT_EQ(why("care:emergency").truth(), Truth::no);
  EXPECT_THAT(why("care:emergency").facts(), ElementsAre("hot"));
}

TEST_F(WhyApi, WaitsOnWhatIsOpen) {
  given("{knee_hurts: yes, swollen: yes}");
  const Why answer = why("care:emergency");
  EXPECT_EQ(answer.truth(), Truth::unknown);
  EXPECT_THAT(answer.facts(), IsEmpty());
  EXPECT_THAT(answer.waits_on(), ElementsAre("hot"));
}

TEST_F(WhyApi, TellsWhatIsCertainBesideWhatIsOpen) {
  given("{knee_hurts: yes, swollen: yes, days: 60 d}");
  const Why answer = why("care");
  EXPECT_EQ(answer.truth(), Truth::unknown);
  EXPECT_THAT(answer.facts(), ElementsAre("knee_hurts", "days"));
  EXPECT_THAT(answer.waits_on(), ElementsAre("hot"));
}

TEST_F(WhyApi, SaysThatNobodyAssessedCare) {
  given("{knee_hurts: no, swollen: yes}");
  const Why answer = why("care:same_day");
  EXPECT_EQ(answer.truth(), Truth::no);
  EXPECT_THAT(answer.facts(), ElementsAre("knee_hurts"));
  EXPECT_EQ(answer.nodes().front().kind, WhyKind::care);
}

TEST_F(WhyApi, FollowsConsistencyRulesToTheAnswerBehind) {
  given("{knee_hurts: yes, temperature: 39 Cel}");
  const Why answer = why("treatment:heat");
  EXPECT_THAT(answer.facts(), ElementsAre("temperature"));
  const std::vector<WhyNode> nodes = answer.nodes();
  ASSERT_NE(find(nodes, WhyKind::fact, "hot"), nullptr);
  EXPECT_TRUE(find(nodes, WhyKind::fact, "hot")->derived);
  EXPECT_EQ(find(nodes, WhyKind::fact, "hot")->answer, "unknown");
  ASSERT_NE(find(nodes, WhyKind::consistency, "thermometer_agrees"), nullptr);
  EXPECT_EQ(find(nodes, WhyKind::fact, "temperature")->answer, "39 Cel");
}

// Nobody has had pain for more than 400 days here, so no answer is needed to refute it.
TEST(WhyRange, AsksForNoAnswerWhereTheRangeDecides) {
  support::RuleFiles edge = files;
  std::string& page = edge["page.yaml"];
  page.replace(page.find("when: swollen and hot"), 21, "when: days > 400 d");
  const support::RuleFolder folder{edge};
  const Engine engine{*load_rule_set(folder.path(), "default").rule_set};
  const Patient nobody{engine};
  const WhyReply reply = Evaluator{engine}.why(nobody, as_of, why_red_flag("infected"));
  ASSERT_TRUE(reply.why);
  EXPECT_EQ(reply.why->truth(), Truth::no);
  EXPECT_THAT(reply.why->facts(), IsEmpty());
  EXPECT_EQ(find(reply.why->nodes(), WhyKind::fact, "days"), nullptr);
}

TEST_F(WhyApi, SaysWhichAnswerWasSetAside) {
  given("{knee_hurts: yes, hot: no, temperature: 39 Cel}");
  const Why answer = why("treatment:heat");
  EXPECT_THAT(answer.facts(), ElementsAre("temperature"));
  const std::vector<WhyNode> nodes = answer.nodes();
  EXPECT_TRUE(find(nodes, WhyKind::fact, "hot")->set_aside);
  EXPECT_EQ(find(nodes, WhyKind::fact, "hot")->answer, "no");
}

TEST_F(WhyApi, BringsSourcesWithTheirMarks) {
  given("{knee_hurts: yes, days: 60 d}");
  const std::vector<WhyNode> nodes = why("red_flag:lasting").nodes();
  const WhyNode& flag = nodes.front();
  EXPECT_EQ(flag.says, "It lasts.");
  ASSERT_EQ(flag.sources.size(), 2U);
  EXPECT_EQ(flag.sources[0].id, "S1");
  EXPECT_EQ(flag.sources[0].mark, "V");
  EXPECT_EQ(flag.sources[1].id, "I-1");
  EXPECT_EQ(flag.sources[1].interprets, "S1");
  const WhyNode* comparison = find(nodes, WhyKind::comparison, "days");
  ASSERT_NE(comparison, nullptr);
  EXPECT_EQ(comparison->text, "days > few_weeks");
  ASSERT_EQ(comparison->sources.size(), 1U);
  EXPECT_EQ(comparison->sources[0].id, "I-1");
}

TEST_F(WhyApi, ExplainsWhatEveryVerdictRestsOn) {
  given("{knee_hurts: yes, swollen: no, hot: no, days: 5 d}");
  EXPECT_EQ(why("treatment:cold").truth(), Truth::yes);
  EXPECT_THAT(why("treatment:cold").facts(), ElementsAre("knee_hurts", "swollen", "days"));
  EXPECT_THAT(why("treatment:heat").facts(), ElementsAre("knee_hurts", "swollen", "hot", "days"));
  given("{hot: unknown}");
  EXPECT_EQ(why("treatment:heat").truth(), Truth::unknown);
  EXPECT_THAT(why("treatment:heat").waits_on(), ElementsAre("hot"));
  given("{days: 60 d}");
  EXPECT_EQ(why("treatment:cold").nodes().front().cause, Cause::deferred);
  EXPECT_THAT(why("treatment:cold").facts(), ElementsAre("knee_hurts", "days"));
  given("{knee_hurts: no}");
  EXPECT_EQ(why("treatment:cold").nodes().front().cause, Cause::not_in_scope);
  EXPECT_THAT(why("treatment:cold").facts(), ElementsAre("knee_hurts"));
}

TEST_F(WhyApi, ComparesTwoTreatmentsByTheirPoints) {
  given("{knee_hurts: yes, swollen: no, hot: no, days: 5 d}");
  const Why answer = why("rank:heat,cold");
  EXPECT_EQ(answer.truth(), Truth::yes);
  EXPECT_THAT(answer.facts(), ElementsAre("swollen"));
  EXPECT_THAT(to_text(answer), HasSubstr("Heat stands before Cold: 25 points against 20"));
  EXPECT_EQ(why("rank:cold,heat").truth(), Truth::no);
}

TEST_F(WhyApi, SaysThatAnOpenAnswerCanTurnARank) {
  given("{knee_hurts: yes, hot: no, days: 5 d}");
  const Why answer = why("rank:heat,cold");
  EXPECT_EQ(answer.truth(), Truth::unknown);
  EXPECT_THAT(answer.waits_on(), ElementsAre("swollen"));
  EXPECT_THAT(to_text(answer), HasSubstr("Heat stands before Cold, so far: 20–25 points against 20"));
}

TEST_F(WhyApi, LetsTheCatalogueDecideATie) {
  given("{knee_hurts: yes, swollen: yes, hot: no, days: 60 d}");
  const Why answer = why("rank:cold,heat");
  EXPECT_EQ(answer.truth(), Truth::yes);
  EXPECT_THAT(answer.facts(), ElementsAre("swollen"));
  EXPECT_THAT(to_text(answer), HasSubstr("both have 20 points, and the catalogue names it first"));
}

TEST_F(WhyApi, SaysThatOneHasNoRankAndWhy) {
  given("{knee_hurts: yes, swollen: no, hot: yes, days: 5 d}");
  const Why answer = why("rank:heat,cold");
  EXPECT_EQ(answer.truth(), Truth::no);
  EXPECT_THAT(answer.facts(), ElementsAre("hot"));
  EXPECT_THAT(to_text(answer), HasSubstr("Heat has no rank"));
}

TEST_F(WhyApi, RefusesWhatIsNotThere) {
  EXPECT_THAT(problem("red_flag:infectd"), HasSubstr("did you mean `infected`?"));
  EXPECT_THAT(problem("care:sameday"), HasSubstr("did you mean `same_day`?"));
  EXPECT_THAT(problem("treatment:rest"), HasSubstr("silent on `rest`"));
  EXPECT_THAT(problem("rank:heat,heat"), HasSubstr("does not stand before itself"));
  for (const char* text : {"", "care:", "rank:heat", "rank:,heat", "rank:heat,", "verdict:heat", "Care"})
    EXPECT_FALSE(read_why_question(text)) << text;
}

TEST_F(WhyApi, LeavesTheLastOutcomeAsItWas) {
  given("{knee_hurts: yes, swollen: yes, hot: yes}");
  const Outcome& outcome = evaluator_.evaluate(patient_, as_of);
  const std::string before = outcome.to_json();
  const Why answer = why("care");
  EXPECT_EQ(outcome.to_json(), before);
}

// A chain of conditions of any length is told without recursion, and each of them once.
TEST(WhyChain, UnfoldsEachConditionOnce) {
  support::RuleFiles chain = files;
  std::string conditions =
      "conditions:\n  long: {when: days > few_weeks, source: I-1}\n  c0: {when: swollen, source: S1}\n";
  constexpr int length = 3000;
  for (int i = 1; i <= length; ++i) {
    const std::string before = "c" + std::to_string(i - 1);
    conditions += "  c" + std::to_string(i) + ": {when: " + before + " and (" + before + " or hot), source: S1}\n";
  }
  std::string& page = chain["page.yaml"];
  page.replace(page.find("conditions:"), page.find("red_flags:") - page.find("conditions:"), conditions);
  page.replace(page.find("when: swollen and hot"), 21, "when: c" + std::to_string(length));
  const support::RuleFolder folder{chain};
  const Engine engine{*load_rule_set(folder.path(), "default").rule_set};
  Patient patient{engine};
  ASSERT_TRUE(read_patient(patient, "{knee_hurts: yes, swollen: yes}", "patient.yaml"));
  const WhyReply reply = Evaluator{engine}.why(patient, as_of, why_red_flag("infected"));
  ASSERT_TRUE(reply.why);
  EXPECT_THAT(reply.why->facts(), ElementsAre("knee_hurts", "swollen"));
  EXPECT_LT(reply.why->nodes().size(), 5U * length);
  EXPECT_FALSE(to_text(*reply.why).empty());
  EXPECT_FALSE(to_html(*reply.why).empty());
}

TEST_F(WhyApi, DrawsThePathThroughTheRules) {
  given("{knee_hurts: yes, swollen: yes, hot: yes, days: 5 d}");
  const std::string dot = why_dot(why("red_flag:infected"));
  EXPECT_THAT(dot, HasSubstr("A warning sign holds: infected"));
  EXPECT_THAT(dot, HasSubstr("<b>✓ infected</b>"));
  EXPECT_THAT(dot, HasSubstr("swollen</b>: yes"));
  EXPECT_THAT(dot, Not(HasSubstr("lasting")));
}

TEST_F(WhyApi, EscapesWhatAPageCannotHold) {
  given("{knee_hurts: yes, days: 60 d}");
  const std::string page = to_html(why("red_flag:lasting"));
  EXPECT_THAT(page, HasSubstr("days &gt; few weeks: 60 d"));
  EXPECT_THAT(page, Not(HasSubstr("days > few")));
}

}  // namespace
}  // namespace vertebra
