#include "graph/cycles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/rule_graph.hpp"
#include "support/model_builder.hpp"

namespace vertebra::graph {
namespace {

using test::ModelBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> circles(const model::RuleSet& rules) {
  base::Reporter reporter{*rules.files};
  report_circles(RuleGraph{rules}, reporter);
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : reporter.take())
    messages.push_back(diagnostic.code + " " + std::to_string(diagnostic.line) + " " + diagnostic.message);
  return messages;
}

TEST(Circles, AreNotSeenWhereTwoWaysMeet) {
  ModelBuilder build;
  const int fact = build.boolean("fact");
  build.shared_condition("top", test::any_of({test::condition(-1, 1), test::condition(-1, 2)}));
  build.shared_condition("left", test::condition(-1, 3));
  build.shared_condition("right", test::negation(test::condition(-1, 3)));
  build.shared_condition("bottom", test::fact_is_yes(fact));
  EXPECT_THAT(circles(build.rules()), IsEmpty());
}

TEST(Circles, OfOneNameItself) {
  ModelBuilder build;
  build.shared_condition("a", test::negation(test::condition(-1, 0)));
  EXPECT_THAT(circles(build.rules()), ElementsAre("V0311 1 `a → a` is a circle: `a` rests on itself"));
}

TEST(Circles, ShowTheWholePathFromReaderToRead) {
  ModelBuilder build;
  build.shared_condition("a", test::condition(-1, 2));
  build.shared_condition("b", test::condition(-1, 0));
  build.shared_condition("c", test::condition(-1, 1));
  EXPECT_THAT(circles(build.rules()), ElementsAre("V0311 1 `a → c → b → a` is a circle: `a` rests on itself"));
}

TEST(Circles, LeaveOutWhatOnlyLeadsIntoThem) {
  ModelBuilder build;
  build.shared_condition("outside", test::condition(-1, 1));
  build.shared_condition("a", test::condition(-1, 2));
  build.shared_condition("b", test::condition(-1, 1));
  EXPECT_THAT(circles(build.rules()), ElementsAre("V0311 2 `a → b → a` is a circle: `a` rests on itself"));
}

TEST(Circles, ThatShareAMemberAreAllShown) {
  ModelBuilder build;
  build.shared_condition("a", test::condition(-1, 1));
  build.shared_condition("b", test::any_of({test::condition(-1, 0), test::condition(-1, 2)}));
  build.shared_condition("c", test::condition(-1, 1));
  EXPECT_THAT(circles(build.rules()), ElementsAre("V0311 1 `a → b → a` is a circle: `a` rests on itself",
                                                  "V0311 3 `c → b → c` is a circle: `c` rests on itself"));
}

TEST(Circles, GoThroughARedFlagAndTheScopeOfItsGuide) {
  ModelBuilder build;
  const int fact = build.boolean("fact");
  const int level = build.care_level("home");
  const int guide = build.guide("guide");
  build.condition(guide, "sign", test::red_flag(guide, 0));
  build.red_flag(guide, "flag", level, test::fact_is_yes(fact));
  build.guide_at(guide).scope = test::condition(guide, 0);
  build.guide_at(guide).scope->place = {0, 9, 8, 4};
  EXPECT_THAT(
      circles(build.rules()),
      ElementsAre("V0311 9 `scope of guide → sign → flag → scope of guide` is a circle: `scope of guide` rests on "
                  "itself"));
}

TEST(Circles, OfGroupsSayThatTheyArePartOfThemselves) {
  ModelBuilder build;
  build.treatment("heat");
  build.treatment("warmth", 0);
  build.rules().vocabulary.treatments[0].part_of = 1;
  EXPECT_THAT(circles(build.rules()),
              ElementsAre("V0311 1 `heat → warmth → heat` is a circle: `heat` is part of itself"));
}

TEST(Circles, RunThroughScores) {
  ModelBuilder build;
  const int guide = build.guide("guide");
  build.score(guide, "sum", {{1, test::condition(guide, 0)}});
  build.condition(guide, "high", test::score(guide, 0, model::Relation::greater_or_equal, 1));
  EXPECT_THAT(circles(build.rules()), ElementsAre("V0311 3 `high → sum → high` is a circle: `high` rests on itself"));
}

}  // namespace
}  // namespace vertebra::graph
