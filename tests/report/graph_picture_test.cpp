#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "report/graph_dot.hpp"
#include "report/graph_mermaid.hpp"
#include "report/picture.hpp"
#include "report/score_bar.hpp"
#include "support/model_builder.hpp"

namespace vertebra::report {
namespace {

using test::fact_is_yes;
using test::ModelBuilder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A guide that has one thing of each kind, and some things that no picture shows.
struct Small {
  ModelBuilder build;
  int age = build.quantity("age", "a", 0, 120);
  int fever = build.boolean("fever");
  int unread = build.boolean("unread");
  int told = build.boolean("told");
  int early = build.shared_condition("early", test::negation(test::compare(age, model::Relation::greater, 50)));
  int home = build.care_level("home");
  int now = build.care_level("now");
  int thermal = build.treatment("thermal");
  int heat = build.treatment("heat", thermal);
  int pill = build.treatment("pill");
  int silent = build.treatment("silent");
  int guide = build.guide("guide");
  model::Profile profile;

  Small() {
    build.shared_condition("idle", fact_is_yes(fever));
    build.guide_at(guide).scope = fact_is_yes(fever);
    build.argument(guide, build.opinion(guide, thermal), "one_reader", -8, test::negation(test::condition(-1, early)));
    const auto both = test::all_of({test::condition(-1, early), fact_is_yes(fever)});
    build.argument(guide, build.opinion(guide, pill), "two_readers", 3, both);
    build.red_flag(guide, "mild", home, fact_is_yes(fever));
    build.red_flag(guide, "bad", now, test::any_of({fact_is_yes(fever), test::condition(-1, early)}));
    build.contraindication(guide, "stop", fact_is_yes(fever), {pill}, {heat});
    build.notice(guide, "said", fact_is_yes(told));
    profile.id = "small";
    profile.rank_by = guide;
    profile.defer_by = {guide};
    profile.defer_from = now;
  }
  graph::RuleGraph graph() const { return {build.rules(), profile}; }
};

std::vector<std::string> ids(const graph::RuleGraph& graph, const std::vector<int>& nodes) {
  std::vector<std::string> result;
  for (const int node : nodes) result.push_back(graph.node(node).id);
  return result;
}

// "from -> to", with `not` and points.
std::vector<std::string> links(const graph::RuleGraph& graph, const Picture& picture, graph::EdgeKind kind) {
  std::vector<std::string> result;
  for (const Link& link : picture.links)
    if (link.kind == kind)
      result.push_back((link.negated ? "not " : "") + graph.node(link.from).id + " -> " + graph.node(link.to).id +
                       (link.points != 0 ? " " + points_text(link.points) : ""));
  return result;
}

TEST(Picture, ShowsOnlyWhatBearsOnARedFlagOrATreatment) {
  const graph::RuleGraph graph = Small{}.graph();
  const Picture picture = picture_of(graph);
  EXPECT_THAT(ids(graph, picture.facts), ElementsAre("age", "fever"));
  EXPECT_THAT(ids(graph, picture.tests[0]), ElementsAre("age > 50 a"));
  EXPECT_THAT(picture.tests[1], IsEmpty());
  EXPECT_THAT(ids(graph, picture.conditions), ElementsAre("early"));
  EXPECT_THAT(ids(graph, picture.contraindications), ElementsAre("stop"));
  EXPECT_THAT(picture.scopes, ElementsAre("guide: fever"));
}

TEST(Picture, ShowsAScoreWithItsTestsAndWhatItAddsUp) {
  Small rules;
  const int sum = rules.build.score(rules.guide, "sum", {{1, fact_is_yes(rules.told)}, {2, fact_is_yes(rules.fever)}});
  rules.build.score(rules.guide, "unread", {{1, fact_is_yes(rules.told)}});
  rules.build.red_flag(rules.guide, "many", rules.now,
                       test::score(rules.guide, sum, model::Relation::greater_or_equal, 2));
  const graph::RuleGraph graph = rules.graph();
  const Picture picture = picture_of(graph);
  EXPECT_THAT(ids(graph, picture.scores), ElementsAre("sum"));
  EXPECT_THAT(ids(graph, picture.score_tests[0]), ElementsAre("sum >= 2"));
  EXPECT_THAT(links(graph, picture, graph::EdgeKind::supports),
              testing::IsSupersetOf({"told -> sum", "fever -> sum", "sum >= 2 -> many"}));
  const auto name = [&](int node) { return "n" + std::to_string(node); };
  const std::string test = name(picture.score_tests[0][0]);
  const std::string flag = name(picture.levels[0].red_flags[1]);
  EXPECT_THAT(to_dot(graph), HasSubstr(name(picture.scores[0]) + ":" + test + ":e -> " + flag));
  EXPECT_THAT(to_mermaid(graph), HasSubstr(name(picture.scores[0]) + " -->|\"#gt;= 2\"| " + flag));
}

TEST(Picture, PutsRedFlagsInTheirLevelsMostUrgentFirst) {
  const graph::RuleGraph graph = Small{}.graph();
  const Picture picture = picture_of(graph);
  ASSERT_EQ(picture.levels.size(), 2U);
  EXPECT_THAT(ids(graph, picture.levels[0].red_flags), ElementsAre("bad"));
  EXPECT_TRUE(picture.levels[0].defers);
  EXPECT_THAT(ids(graph, picture.levels[1].red_flags), ElementsAre("mild"));
  EXPECT_FALSE(picture.levels[1].defers);
}

TEST(Picture, PutsTreatmentsInTheirTopGroups) {
  const graph::RuleGraph graph = Small{}.graph();
  const Picture picture = picture_of(graph);
  ASSERT_EQ(picture.groups.size(), 2U);
  EXPECT_THAT(ids(graph, picture.groups[0].members), ElementsAre("thermal", "heat"));
  EXPECT_THAT(ids(graph, picture.groups[1].members), ElementsAre("pill"));
}

TEST(Picture, DrawsAnArgumentWithOneReaderAsAnEdge) {
  const graph::RuleGraph graph = Small{}.graph();
  const Picture picture = picture_of(graph);
  EXPECT_THAT(ids(graph, picture.arguments), ElementsAre("two_readers"));
  EXPECT_THAT(links(graph, picture, graph::EdgeKind::argues),
              ElementsAre("not early -> thermal −8", "two_readers -> pill +3"));
  EXPECT_THAT(links(graph, picture, graph::EdgeKind::blocks), ElementsAre("stop -> pill"));
  EXPECT_THAT(links(graph, picture, graph::EdgeKind::cautions), ElementsAre("stop -> heat"));
  EXPECT_THAT(links(graph, picture, graph::EdgeKind::supports),
              testing::UnorderedElementsAre("not age > 50 a -> early", "early -> two_readers", "fever -> two_readers",
                                            "fever -> mild", "fever -> bad", "early -> bad", "fever -> stop"));
}

// Numbers of nodes: facts 0 to 3, conditions 4 and 5, then as the guide was written.
TEST(GraphDot, WritesEveryPartOfThePicture) {
  const std::string dot = to_dot(Small{}.graph());
  EXPECT_THAT(dot, HasSubstr("digraph rules {"));
  EXPECT_THAT(dot, HasSubstr("<b>small</b>"));
  EXPECT_THAT(dot, HasSubstr("scope of guide: fever"));
  EXPECT_THAT(dot, HasSubstr("&gt; 50 a</td>"));
  EXPECT_THAT(dot, HasSubstr("label=\"now (treatments wait)\""));
  EXPECT_THAT(dot, HasSubstr("label=\"home\""));
  EXPECT_THAT(dot, HasSubstr("label=\"−8\", dir=both, arrowtail=odot"));
  EXPECT_THAT(dot, HasSubstr("label=\"+3\""));
  EXPECT_THAT(dot, HasSubstr("arrowhead=tee"));
  EXPECT_THAT(dot, Not(HasSubstr("silent")));
  EXPECT_EQ(std::ranges::count(dot, '{'), std::ranges::count(dot, '}'));
  EXPECT_EQ(dot, to_dot(Small{}.graph()));
}

TEST(GraphDot, EscapesWhatAnAuthorMayWrite) {
  Small rules;
  rules.build.rules().vocabulary.treatments[static_cast<std::size_t>(rules.pill)].label.text = "a < b & \"c\"";
  rules.build.rules().vocabulary.care_levels[static_cast<std::size_t>(rules.home)].label.text = "say \"\\ah\"";
  const std::string dot = to_dot(rules.graph());
  EXPECT_THAT(dot, HasSubstr("label=<a &lt; b &amp; &quot;c&quot;"));
  EXPECT_THAT(dot, HasSubstr(R"(label="say \"\\ah\"")"));
}

TEST(GraphMermaid, WritesEveryPartOfThePicture) {
  const std::string mermaid = to_mermaid(Small{}.graph());
  EXPECT_THAT(mermaid, testing::StartsWith("flowchart LR\n"));
  EXPECT_THAT(mermaid, HasSubstr("%% scope of guide: fever\n"));
  EXPECT_THAT(mermaid, HasSubstr("  n0[\"age\"]:::fact\n"));
  EXPECT_THAT(mermaid, HasSubstr("  n0 -->|\"not #gt; 50 a\"| n4\n"));
  EXPECT_THAT(mermaid, HasSubstr("[\"now (treatments wait)\"]\n"));
  EXPECT_THAT(mermaid, HasSubstr("[\"bad (any)\"]:::red_flag\n"));
  EXPECT_THAT(mermaid, HasSubstr("[\"thermal\"]:::group\n"));
  EXPECT_THAT(mermaid, HasSubstr("  n4 -.->|\"not: −8\"| "));
  EXPECT_THAT(mermaid, HasSubstr(" --x "));
  EXPECT_THAT(mermaid, HasSubstr(" -.-x "));
  EXPECT_THAT(mermaid, Not(HasSubstr("silent")));
  EXPECT_EQ(mermaid, to_mermaid(Small{}.graph()));
}

TEST(GraphMermaid, EscapesWhatAnAuthorMayWrite) {
  Small rules;
  rules.build.rules().vocabulary.treatments[static_cast<std::size_t>(rules.pill)].label.text = "#1 <\"`|&>";
  EXPECT_THAT(to_mermaid(rules.graph()), HasSubstr("[\"#35;1 #lt;#quot;#96;#124;#amp;#gt;\"]:::treatment\n"));
}

}  // namespace
}  // namespace vertebra::report
