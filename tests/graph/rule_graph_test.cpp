#include "graph/rule_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/test_text.hpp"
#include "support/model_builder.hpp"

namespace vertebra::graph {
namespace {

using model::Relation;
using test::ModelBuilder;
using testing::ElementsAre;

// "from > to" of the edges into a node, with "not" and points where there are any.
std::vector<std::string> into(const RuleGraph& graph, NodeKind kind, int guide, int index) {
  std::vector<std::string> edges;
  for (const Edge& edge : graph.edges_in(graph.find(kind, guide, index)))
    edges.push_back((edge.negated ? "not " : "") + graph.node(edge.from).id +
                    (edge.points != 0 ? " " + std::to_string(edge.points) : ""));
  return edges;
}

TEST(RuleGraph, ReadsAFactThroughOneTestHoweverOftenItIsWritten) {
  ModelBuilder build;
  const int pain = build.quantity("pain_duration", "d", 0, 36500);
  build.shared_condition("long", test::compare(pain, Relation::greater, 28));
  build.shared_condition("not_long", test::negation(test::compare(pain, Relation::greater, 28)));
  const RuleGraph graph{build.rules()};
  EXPECT_THAT(into(graph, NodeKind::condition, -1, 0), ElementsAre("pain_duration > 28 d"));
  EXPECT_THAT(into(graph, NodeKind::condition, -1, 1), ElementsAre("not pain_duration > 28 d"));
  EXPECT_EQ(graph.edges_out(graph.find(NodeKind::fact, -1, pain)).size(), 1U);
}

TEST(RuleGraph, CountsNegationsAndReadsNoneOfAsOne) {
  ModelBuilder build;
  const int a = build.boolean("a");
  const int b = build.boolean("b");
  const auto none_of = test::negation(test::any_of({test::fact_is_yes(a), test::negation(test::fact_is_yes(b))}));
  build.shared_condition("neither", none_of);
  const RuleGraph graph{build.rules()};
  EXPECT_THAT(into(graph, NodeKind::condition, -1, 0), ElementsAre("not a", "b"));
}

struct Speaking {
  ModelBuilder build;
  int fact = build.boolean("fact");
  int level = build.care_level("home");
  int group = build.treatment("group");
  int leaf = build.treatment("leaf", group);
  int silent = build.treatment("silent");
  int ranks = build.guide("ranks");
  int guards = build.guide("guards");
  int consulted = build.guide("consulted");
  model::Profile profile;

  Speaking() {
    const int opinion = build.opinion(ranks, group);
    build.argument(ranks, opinion, "helps", 8, test::fact_is_yes(fact));
    build.contraindication(guards, "danger", test::fact_is_yes(fact), {group}, {silent});
    build.red_flag(guards, "flag", level, test::fact_is_yes(fact));
    build.opinion(guards, silent);
    build.condition(consulted, "unread", test::fact_is_yes(fact));
    profile.rank_by = ranks;
    profile.guards = {guards};
    profile.consult = {consulted};
  }
};

TEST(RuleGraph, OfAProfileHoldsWhatItsRankingGuideSpeaksOf) {
  const Speaking rules;
  const RuleGraph graph{rules.build.rules(), rules.profile};
  EXPECT_GE(graph.find(NodeKind::treatment, -1, rules.group), 0);
  EXPECT_GE(graph.find(NodeKind::treatment, -1, rules.leaf), 0);
  EXPECT_EQ(graph.find(NodeKind::treatment, -1, rules.silent), -1);
  EXPECT_EQ(graph.find(NodeKind::condition, rules.consulted, 0), -1);
  EXPECT_THAT(into(graph, NodeKind::treatment, -1, rules.group), ElementsAre("deferred", "helps 8", "danger"));
  EXPECT_THAT(into(graph, NodeKind::treatment, -1, rules.leaf), ElementsAre("group"));
}

TEST(RuleGraph, OfTheWholeRuleSetHoldsEverything) {
  const Speaking rules;
  const RuleGraph graph{rules.build.rules()};
  EXPECT_GE(graph.find(NodeKind::treatment, -1, rules.silent), 0);
  EXPECT_GE(graph.find(NodeKind::condition, rules.consulted, 0), 0);
}

TEST(RuleGraph, DefersOnlyByTheGuidesAndLevelsOfTheProfile) {
  Speaking rules;
  const int urgent = rules.build.care_level("urgent");
  rules.build.red_flag(rules.guards, "now", urgent, test::fact_is_yes(rules.fact));
  rules.build.red_flag(rules.ranks, "not_asked", urgent, test::fact_is_yes(rules.fact));
  rules.profile.defer_by = {rules.guards};
  rules.profile.defer_from = urgent;
  const RuleGraph graph{rules.build.rules(), rules.profile};
  EXPECT_THAT(into(graph, NodeKind::deferral, -1, -1), ElementsAre("now"));
}

TEST(TestText, IsWhatAnAuthorWouldWrite) {
  ModelBuilder build;
  const int days = build.quantity("pain_duration", "d", 0, 36500);
  const int score = build.quantity("pain_severity", base::score_unit, 0, 10);
  const int leg = build.choices("leg", {"none", "one_leg", "both_legs"});
  const int guide = build.guide("guide");
  const int weeks = build.parameter(guide, "few_weeks", 28, "d");
  const auto text = [&](const model::Expression& test) { return test_text(test, build.rules(), guide); };
  EXPECT_EQ(text(test::compare(days, Relation::less_or_equal, 28.5)), "pain_duration <= 28.5 d");
  EXPECT_EQ(text(test::compare(days, Relation::greater, 28, weeks)), "pain_duration > few_weeks");
  EXPECT_EQ(text(test::compare(score, Relation::less, 7)), "pain_severity < 7");
  EXPECT_EQ(text(test::compare(score, Relation::greater_or_equal, 7)), "pain_severity >= 7");
  EXPECT_EQ(text(test::choice_is(leg, 0b100)), "leg is both_legs");
  EXPECT_EQ(text(test::choice_is(leg, 0b110)), "leg in (one_leg, both_legs)");
}

TEST(TestLabel, LeavesOutTheFactAndShowsTheParametersValue) {
  ModelBuilder build;
  const int days = build.quantity("pain_duration", "d", 0, 36500);
  const int leg = build.choices("leg", {"none", "one_leg", "both_legs"});
  const int guide = build.guide("guide");
  const int weeks = build.parameter(guide, "few_weeks", 28, "d");
  const auto label = [&](const model::Expression& test) { return test_label(test, build.rules(), guide); };
  EXPECT_EQ(label(test::compare(days, Relation::less, 84)), "< 84 d");
  EXPECT_EQ(label(test::compare(days, Relation::greater, 28, weeks)), "> few_weeks (28 d)");
  EXPECT_EQ(label(test::choice_is(leg, 0b110)), "in (one_leg, both_legs)");
}

}  // namespace
}  // namespace vertebra::graph
