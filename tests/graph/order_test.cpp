#include "graph/order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/model_builder.hpp"

namespace vertebra::graph {
namespace {

using test::ModelBuilder;
using Kind = Compiled::Kind;

TEST(EvaluationOrder, OfNothingIsEmpty) { EXPECT_TRUE(evaluation_order(ModelBuilder{}.rules()).empty()); }

TEST(EvaluationOrder, KeepsTheWrittenOrderWhereNothingForbidsIt) {
  ModelBuilder build;
  const int fever = build.boolean("fever");
  build.shared_condition("ill", test::fact_is_yes(fever));
  const int level = build.care_level("home");
  const int guide = build.guide("first");
  build.condition(guide, "hot", test::condition(-1, 0));
  build.red_flag(guide, "danger", level, test::condition(guide, 0));
  const int other = build.guide("second");
  build.condition(other, "plain", test::fact_is_yes(fever));
  const std::vector<Compiled> expected{
      {Kind::condition, -1, 0}, {Kind::condition, guide, 0}, {Kind::red_flag, guide, 0}, {Kind::condition, other, 0}};
  EXPECT_EQ(evaluation_order(build.rules()), expected);
}

TEST(EvaluationOrder, PutsAConditionAfterTheRedFlagThatItReads) {
  ModelBuilder build;
  const int fever = build.boolean("fever");
  const int level = build.care_level("home");
  const int guide = build.guide("guide");
  build.condition(guide, "any_sign",
                  test::any_of({test::red_flag(guide, 0), test::negation(test::red_flag(guide, 1))}));
  build.red_flag(guide, "first", level, test::fact_is_yes(fever));
  build.red_flag(guide, "second", level, test::fact_is_yes(fever));
  const std::vector<Compiled> expected{
      {Kind::red_flag, guide, 0}, {Kind::red_flag, guide, 1}, {Kind::condition, guide, 0}};
  EXPECT_EQ(evaluation_order(build.rules()), expected);
}

TEST(EvaluationOrder, PutsAScoreBetweenItsMembersAndWhatComparesIt) {
  ModelBuilder build;
  const int fact = build.boolean("fact");
  const int guide = build.guide("guide");
  build.condition(guide, "high", test::score(guide, 0, model::Relation::greater, 0));
  build.condition(guide, "member", test::fact_is_yes(fact));
  build.score(guide, "sum", {{1, test::condition(guide, 1)}});
  const std::vector<Compiled> expected{
      {Compiled::Kind::condition, guide, 1}, {Compiled::Kind::score, guide, 0}, {Compiled::Kind::condition, guide, 0}};
  EXPECT_EQ(evaluation_order(build.rules()), expected);
}

TEST(EvaluationOrder, PutsARedFlagAfterWhatItsScopeReads) {
  ModelBuilder build;
  const int fever = build.boolean("fever");
  const int level = build.care_level("home");
  const int guide = build.guide("guide");
  build.condition(guide, "reads_flag", test::red_flag(guide, 0));
  build.condition(guide, "adult", test::fact_is_yes(fever));
  build.red_flag(guide, "flag", level, test::fact_is_yes(fever));
  build.guide_at(guide).scope = test::condition(guide, 1);
  const std::vector<Compiled> expected{
      {Kind::condition, guide, 1}, {Kind::red_flag, guide, 0}, {Kind::condition, guide, 0}};
  EXPECT_EQ(evaluation_order(build.rules()), expected);
}

TEST(EvaluationOrder, IsEmptyWhenAConditionRestsOnItself) {
  ModelBuilder build;
  build.shared_condition("itself", test::condition(-1, 0));
  EXPECT_TRUE(evaluation_order(build.rules()).empty());
}

// Conditions written in any order, each reading some of those that a hidden order puts before it.
RC_GTEST_PROP(EvaluationOrder, HoldsEachOnceAndAfterWhatItReads, ()) {
  const int count = *rc::gen::inRange(0, 30);
  std::vector<int> hidden(static_cast<std::size_t>(count));
  std::iota(hidden.begin(), hidden.end(), 0);
  for (int i = count - 1; i > 0; --i)
    std::swap(hidden[static_cast<std::size_t>(i)], hidden[static_cast<std::size_t>(*rc::gen::inRange(0, i + 1))]);
  std::vector<std::vector<int>> reads(hidden.size());
  for (std::size_t later = 0; later < hidden.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier)
      if (*rc::gen::inRange(0, 4) == 0) reads[static_cast<std::size_t>(hidden[later])].push_back(hidden[earlier]);
  ModelBuilder build;
  for (std::size_t i = 0; i < reads.size(); ++i) {
    std::vector<model::Expression> operands;
    for (const int read : reads[i]) operands.push_back(test::condition(-1, read));
    build.shared_condition("c" + std::to_string(i), test::at_least(1, operands));
  }
  std::vector<int> place(reads.size(), -1);
  const std::vector<Compiled> order = evaluation_order(build.rules());
  RC_ASSERT(order.size() == reads.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[static_cast<std::size_t>(order[i].index)] = static_cast<int>(i);
  RC_ASSERT(std::ranges::find(place, -1) == place.end());
  for (std::size_t i = 0; i < reads.size(); ++i)
    for (const int read : reads[i]) RC_ASSERT(place[static_cast<std::size_t>(read)] < place[i]);
}

}  // namespace
}  // namespace vertebra::graph
