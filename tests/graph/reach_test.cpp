#include "graph/reach.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/rule_graph.hpp"
#include "graph/unused.hpp"
#include "support/model_builder.hpp"

namespace vertebra::graph {
namespace {

using test::fact_is_yes;
using test::ModelBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> ids(const RuleGraph& graph, const std::vector<int>& nodes) {
  std::vector<std::string> result;
  for (const int node : nodes) result.push_back(graph.node(node).id);
  return result;
}

// One fact for each way in which an answer can reach advice, named after it.
struct EveryWay {
  ModelBuilder build;
  int caution = build.boolean("caution");
  int block = build.boolean("block");
  int argument = build.boolean("argument");
  int group_when = build.boolean("group_when");
  int scope = build.boolean("scope");
  int deferring = build.boolean("deferring");
  int mild = build.boolean("mild");
  int nothing = build.boolean("nothing");
  int home = build.care_level("home");
  int urgent = build.care_level("urgent");
  int group = build.treatment("group");
  int heat = build.treatment("heat", group);
  int cold = build.treatment("cold", group);
  int rest = build.treatment("rest");
  int guide = build.guide("guide");
  model::Profile profile;

  EveryWay() {
    build.shared_condition("named", fact_is_yes(block));
    build.guide_at(guide).scope = fact_is_yes(scope);
    build.opinion(guide, group, -1, fact_is_yes(group_when));
    build.argument(guide, build.opinion(guide, heat), "argument", 3, fact_is_yes(argument));
    build.opinion(guide, rest);
    build.contraindication(guide, "stop", test::condition(-1, 0), {cold}, {});
    build.contraindication(guide, "careful", fact_is_yes(caution), {}, {rest});
    build.red_flag(guide, "waits", urgent, fact_is_yes(deferring));
    build.red_flag(guide, "does_not_wait", home, fact_is_yes(mild));
    profile.rank_by = guide;
    profile.defer_by = {guide};
    profile.defer_from = urgent;
  }
};

TEST(Reach, OfAFactIsTreatmentsInCatalogueOrderThenRedFlags) {
  const EveryWay rules;
  const RuleGraph graph{rules.build.rules(), rules.profile};
  const auto from = [&](int fact) { return ids(graph, influenced_by(graph, graph.find(NodeKind::fact, -1, fact))); };
  EXPECT_THAT(from(rules.caution), ElementsAre("rest"));
  EXPECT_THAT(from(rules.block), ElementsAre("cold"));
  EXPECT_THAT(from(rules.argument), ElementsAre("heat"));
  EXPECT_THAT(from(rules.group_when), ElementsAre("heat", "cold"));
  EXPECT_THAT(from(rules.scope), ElementsAre("heat", "cold", "rest", "waits", "does_not_wait"));
  EXPECT_THAT(from(rules.deferring), ElementsAre("heat", "cold", "rest", "waits"));
  EXPECT_THAT(from(rules.mild), ElementsAre("does_not_wait"));
  EXPECT_THAT(from(rules.nothing), IsEmpty());
}

TEST(Reach, OfATreatmentIsWhatItsVerdictAndScoreRestOn) {
  const EveryWay rules;
  const RuleGraph graph{rules.build.rules(), rules.profile};
  const auto behind = [&](int treatment) {
    return ids(graph, rests_on(graph, graph.find(NodeKind::treatment, -1, treatment)));
  };
  EXPECT_THAT(behind(rules.heat), ElementsAre("argument", "group_when", "scope", "deferring"));
  EXPECT_THAT(behind(rules.cold), ElementsAre("block", "group_when", "scope", "deferring"));
  EXPECT_THAT(behind(rules.rest), ElementsAre("scope", "deferring"));
}

TEST(Unused, IsWhatNothingReadsDirectly) {
  EveryWay rules;
  rules.build.shared_condition("reads_another", test::condition(-1, 0));
  const RuleGraph graph{rules.build.rules()};
  EXPECT_THAT(ids(graph, unused(graph, NodeKind::fact)), ElementsAre("nothing"));
  EXPECT_THAT(ids(graph, unused(graph, NodeKind::condition)), ElementsAre("reads_another"));
}

}  // namespace
}  // namespace vertebra::graph
