#include "check/check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "support/model_builder.hpp"

namespace vertebra::check {
namespace {

using test::fact_is_yes;
using test::ModelBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> problems(const model::RuleSet& rules) {
  base::Reporter reporter{*rules.files};
  run_checks(rules, reporter);
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : reporter.take())
    found.push_back(diagnostic.code + ":" + std::to_string(diagnostic.line) + " " + diagnostic.message);
  return found;
}

TEST(Checks, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Check& check : all_checks()) EXPECT_TRUE(names.insert(check.name).second) << check.name;
}

TEST(Checks, DoNotMindAVocabularyWithoutGuides) {
  ModelBuilder build;
  build.boolean("fever");
  build.treatment("heat");
  EXPECT_THAT(problems(build.rules()), IsEmpty());
}

TEST(Checks, ShowACircleAndNothingMoreOfIt) {
  ModelBuilder build;
  build.shared_condition("a", test::condition(-1, 1));
  build.shared_condition("b", test::condition(-1, 0));
  EXPECT_THAT(problems(build.rules()), ElementsAre("V0311:1 `a → b → a` is a circle: `a` rests on itself"));
}

TEST(UnusedConditions, AreReportedSharedAndOwn) {
  ModelBuilder build;
  const int fever = build.boolean("fever");
  build.shared_condition("shared", fact_is_yes(fever));
  const int guide = build.guide("guide");
  build.condition(guide, "own", fact_is_yes(fever));
  EXPECT_THAT(problems(build.rules()),
              ElementsAre("V0601:2 no rule reads the condition `shared`", "V0601:4 no rule reads the condition `own`"));
}

TEST(UnusedConditions, CountEveryKindOfReader) {
  ModelBuilder build;
  const int fever = build.boolean("fever");
  const int level = build.care_level("home");
  const int heat = build.treatment("heat");
  const int guide = build.guide("guide");
  for (int i = 0; i < 7; ++i) build.shared_condition("c" + std::to_string(i), fact_is_yes(fever));
  build.guide_at(guide).scope = test::condition(-1, 0);
  build.red_flag(guide, "flag", level, test::condition(-1, 1));
  const int opinion = build.opinion(guide, heat, -1, test::condition(-1, 2));
  build.argument(guide, opinion, "argument", 1, test::condition(-1, 3));
  build.contraindication(guide, "reason", test::condition(-1, 4), {heat});
  build.notice(guide, "notice", test::condition(-1, 5));
  build.rules().vocabulary.conditions[0].when = test::condition(-1, 6);
  EXPECT_THAT(problems(build.rules()), IsEmpty());
}

TEST(UnusedParameters, AreThoseThatNoComparisonOfTheirGuideNames) {
  ModelBuilder build;
  const int pain = build.quantity("pain", "d", 0, 100);
  const int level = build.care_level("home");
  const int first = build.guide("first");
  build.parameter(first, "few_weeks", 28, "d");
  build.parameter(first, "long_time", 84, "d");
  const int second = build.guide("second");
  build.parameter(second, "few_weeks", 28, "d");
  const auto past = test::compare(pain, model::Relation::greater, 28, 0);
  build.red_flag(first, "flag", level, test::all_of({past, test::negation(past)}));
  build.red_flag(second, "flag", level, test::compare(pain, model::Relation::greater, 28));
  EXPECT_THAT(problems(build.rules()), ElementsAre("V0601:5 no rule compares with the parameter `long_time`",
                                                   "V0601:7 no rule compares with the parameter `few_weeks`"));
}

TEST(UnusedStrengths, AreThoseThatNoTreatmentHas) {
  ModelBuilder build;
  const int heat = build.treatment("heat");
  const int guide = build.guide("guide");
  build.strength(guide, "should", 21);
  const int consider = build.strength(guide, "consider", 20);
  build.opinion(guide, heat, consider);
  EXPECT_THAT(problems(build.rules()), ElementsAre("V0601:3 no treatment has the strength `should`"));
}

struct Sourced {
  ModelBuilder build;
  int guide = build.guide("guide");
  model::Source& add(std::string id) {
    build.source(guide, std::move(id));
    return build.guide_at(guide).sources.back();
  }
};

TEST(UncitedSources, AreReported) {
  Sourced rules;
  rules.add("S1");
  EXPECT_THAT(problems(rules.build.rules()), ElementsAre("V0602:2 nothing cites the source `S1`"));
}

TEST(UncitedSources, AreFineWhenTheGuideSaysWhy) {
  Sourced rules;
  rules.add("S1").education = true;
  rules.add("S2").unspecified = true;
  rules.add("X1").excluded = "navigation";
  EXPECT_THAT(problems(rules.build.rules()), IsEmpty());
}

TEST(UncitedSources, AreFineWhenACitedInterpretationReadsThem) {
  Sourced rules;
  rules.add("S1");
  rules.add("I-1").interprets = "S1";
  rules.add("I-2").interprets = "S1";
  rules.build.notice(rules.guide, "notice");
  rules.build.guide_at(rules.guide).notices[0].sources = {1};
  EXPECT_THAT(problems(rules.build.rules()), ElementsAre("V0602:4 nothing cites the source `I-2`"));
}

// One source a place that can cite; taking any of them out of the check would report its source.
TEST(UncitedSources, MayBeCitedFromAnywhere) {
  Sourced rules;
  for (int i = 0; i < 10; ++i) rules.add("S" + std::to_string(i));
  ModelBuilder& build = rules.build;
  const int fever = build.boolean("fever");
  const int level = build.care_level("home");
  const int heat = build.treatment("heat");
  build.condition(rules.guide, "condition", fact_is_yes(fever));
  build.red_flag(rules.guide, "flag", level, test::condition(rules.guide, 0));
  const int opinion = build.opinion(rules.guide, heat);
  build.argument(rules.guide, opinion, "argument", 1, fact_is_yes(fever));
  build.contraindication(rules.guide, "reason", fact_is_yes(fever), {heat});
  build.notice(rules.guide, "notice");
  build.parameter(rules.guide, "limit", 28, "d");
  model::Guide& guide = build.guide_at(rules.guide);
  guide.opinions[0].claims.emplace_back();
  guide.obligations.emplace_back();
  guide.not_encoded.emplace_back();
  std::vector<int>* const places[] = {&guide.conditions[0].sources,
                                      &guide.red_flags[0].sources,
                                      &guide.opinions[0].sources,
                                      &guide.opinions[0].arguments[0].sources,
                                      &guide.opinions[0].claims[0].sources,
                                      &guide.contraindications[0].sources,
                                      &guide.notices[0].sources,
                                      &guide.parameters[0].sources,
                                      &guide.obligations[0].sources,
                                      &guide.not_encoded[0].sources};
  for (int i = 0; i < 10; ++i) *places[i] = {i};
  EXPECT_THAT(problems(build.rules()), ElementsAre(testing::HasSubstr("no rule compares with the parameter `limit`")));
}

}  // namespace
}  // namespace vertebra::check
