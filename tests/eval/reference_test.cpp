#include "support/reference_evaluator.hpp"

#include <gtest/gtest.h>

#include "support/model_builder.hpp"
#include "support/reference_narrowing.hpp"
#include "support/reference_view.hpp"

// The reference itself, held against outcomes that were worked out by hand from rule-language sections 1 and 5.
namespace vertebra {
namespace {

using reference::Ids;
using test::ModelBuilder;

base::Possible yes() { return {true, 0, 0, 2}; }
base::Possible no() { return {true, 0, 0, 1}; }
base::Possible number(double low, double high) { return {true, low, high, 0}; }
base::Possible choice(std::uint64_t cells) { return {true, 0, 0, cells}; }

void never(ModelBuilder& builder, std::string id, std::vector<model::Expression> parts, int set_aside) {
  builder.rules().vocabulary.consistency.push_back({std::move(id), {}, std::move(parts), set_aside, {}});
}

// The two rules of the vocabulary in section 1.
struct Clinic : ModelBuilder {
  Clinic() {
    never(*this, "no_leg_pain_no_knee_pain", {test::choice_is(leg_pain, 1), test::fact_is_yes(below_knee)}, leg_pain);
    never(*this, "thermometer_agrees",
          {test::negation(test::fact_is_yes(fever)), test::compare(temperature, model::Relation::greater_or_equal, 38)},
          fever);
  }
  reference::Narrowed narrow(const std::vector<base::Possible>& answers) const {
    return reference::narrow(rules().vocabulary, answers);
  }

  int leg_pain = choices("leg_pain", {"none", "one_leg", "both_legs"});
  int below_knee = boolean("leg_pain_below_knee");
  int fever = boolean("fever");
  int temperature = quantity("body_temperature", "Cel", 30, 45);
};

TEST(Reference, NarrowsTheLastPartOfAClause) {
  const auto narrowed = Clinic{}.narrow({{}, yes(), no(), {}});
  EXPECT_TRUE(narrowed.conflicts.empty());
  EXPECT_EQ(narrowed.domains[0].cells, 0b110u);  // Knee pain: not "none".
  const reference::Values below_38{.low = 30, .high = 38, .without_high = true};
  EXPECT_EQ(narrowed.domains[3], below_38);
}

TEST(Reference, NarrowsAPartialAnswer) {
  const auto narrowed = Clinic{}.narrow({choice(0b011), yes(), {}, number(37, 39)});
  EXPECT_EQ(narrowed.domains[0].cells, 0b010u);
  EXPECT_EQ(narrowed.domains[2].cells, 0b11u);  // 37 to 39 °C does not say whether there is fever.
}

TEST(Reference, SetsAsideTheAnswerThatAClauseNames) {
  const auto narrowed = Clinic{}.narrow({{}, {}, no(), number(39, 39)});
  ASSERT_EQ(narrowed.conflicts.size(), 1u);
  EXPECT_EQ(narrowed.conflicts[0].clause, 1);
  EXPECT_EQ(narrowed.conflicts[0].facts, (reference::Facts{2, 3}));
  EXPECT_EQ(narrowed.conflicts[0].set_aside, reference::Facts{2});
  EXPECT_EQ(narrowed.domains[2].cells, 0b10u);  // Then the temperature says that there is fever.
}

// a and b are never both no, b and c never both yes: with a no and c yes, b must be yes and must not.
TEST(Reference, SetsAsideTheAnswersThatANarrowedFactRestsOn) {
  ModelBuilder builder;
  const int a = builder.boolean("a");
  const int b = builder.boolean("b");
  const int c = builder.boolean("c");
  never(builder, "one_of_them", {test::negation(test::fact_is_yes(a)), test::negation(test::fact_is_yes(b))}, a);
  never(builder, "not_together", {test::fact_is_yes(b), test::fact_is_yes(c)}, b);
  const auto narrowed = reference::narrow(builder.rules().vocabulary, std::vector<base::Possible>{no(), {}, yes()});
  ASSERT_EQ(narrowed.conflicts.size(), 1u);
  EXPECT_EQ(narrowed.conflicts[0].clause, 1);  // The first clause made b yes, so the second is the broken one.
  EXPECT_EQ(narrowed.conflicts[0].set_aside, reference::Facts{a});
  EXPECT_EQ(narrowed.domains[0].cells, 0b10u);  // From c: b is no, and so a is yes.
  EXPECT_EQ(narrowed.domains[1].cells, 0b01u);
}

TEST(Reference, TakesYearsAsWholeNumbers) {
  ModelBuilder builder;
  const int age = builder.quantity("age", "a", 0, 120);
  const int minor = builder.boolean("minor");
  never(builder, "of_age", {test::compare(age, model::Relation::greater_or_equal, 18), test::fact_is_yes(minor)},
        minor);
  const auto narrowed = reference::narrow(builder.rules().vocabulary, std::vector<base::Possible>{{}, yes()});
  const reference::Values up_to_17{.low = 0, .high = 17};
  EXPECT_EQ(narrowed.domains[0], up_to_17);
}

// A ranking guide with two treatments in a group, and a guard with a flag, a block and a caution.
struct Ward : ModelBuilder {
  Ward() {
    care_level("home");
    care_level("soon");
    care_level("now");
    strength(ranking, "should", 20);
    strength(ranking, "consider", 10);
    opinion(ranking, group, 0);
    const int own = opinion(ranking, heat, 1);
    argument(ranking, own, "early", 8, test::fact_is_yes(early));
    argument(ranking, own, "tense", -3, test::negation(test::fact_is_yes(early)));
    opinion(ranking, pill, -1, test::fact_is_yes(early));
    red_flag(guard, "numb_flag", 1, test::fact_is_yes(numb));
    contraindication(guard, "bleeding_risk", test::fact_is_yes(bleeding), {pill}, {group});
    profile.rank_by = ranking;
    profile.guards = {guard};
    profile.defer_by = {guard};
    profile.defer_from = 1;
  }
  reference::Outcome evaluate(const std::vector<base::Possible>& answers) const {
    return reference::evaluate(rules(), profile, answers);
  }

  int early = boolean("early");
  int numb = boolean("numb");
  int bleeding = boolean("bleeding");
  int group = treatment("group");
  int pill = treatment("pill", group);
  int heat = treatment("heat", group);
  int ranking = guide("ranking");
  int guard = guide("guard");
  model::Profile profile;
};

TEST(Reference, KeepsEverythingOpenWhileNothingIsKnown) {
  const auto outcome = Ward{}.evaluate({{}, {}, {}});
  ASSERT_TRUE(outcome.care);
  EXPECT_EQ(*outcome.care, (reference::Care{0, 1, {"numb"}}));
  ASSERT_EQ(outcome.red_flags.size(), 1u);
  EXPECT_EQ(outcome.red_flags[0].depends_on, Ids{"numb"});
  ASSERT_EQ(outcome.treatments.size(), 2u);  // The group is never ranked itself.
  const auto& pill = outcome.treatments[0];  // 20 from the group; heat's own word gives 10, and -3 to +8.
  EXPECT_EQ(pill.id, "pill");
  EXPECT_EQ(pill.verdict, Verdict::provisional);
  EXPECT_EQ(pill.depends_on, (Ids{"early", "bleeding"}));
  EXPECT_EQ(pill.contraindications.at(0).effect, Effect::block);
  const auto& heat = outcome.treatments[1];
  EXPECT_EQ(heat.verdict, Verdict::provisional);
  EXPECT_EQ(heat.depends_on, Ids{});  // Only deferral is open.
  EXPECT_EQ(heat.score, (Score{7, 18}));
  EXPECT_EQ(heat.contraindications.at(0).effect, Effect::caution);
  EXPECT_EQ(*outcome.certain_first, (reference::First{"pill", false, 2}));
}

TEST(Reference, RanksWhatIsOffered) {
  const auto outcome = Ward{}.evaluate({yes(), no(), yes()});
  EXPECT_EQ(*outcome.care, (reference::Care{0, 0, {}}));
  const auto& heat = outcome.treatments.at(0);
  EXPECT_EQ(heat.verdict, Verdict::offered);
  EXPECT_EQ(heat.rank, 1);
  EXPECT_EQ(heat.score, (Score{18, 18}));
  EXPECT_EQ(heat.contraindications.at(0).facts, Ids{"bleeding"});
  const auto& pill = outcome.treatments.at(1);
  EXPECT_EQ(pill.cause, Cause::blocked);
  EXPECT_EQ(pill.rank, 0);
  EXPECT_FALSE(pill.score);
  EXPECT_EQ(*outcome.certain_first, (reference::First{"heat", true, std::nullopt}));
}

TEST(Reference, LetsTreatmentsWaitForTheVisit) {
  const auto outcome = Ward{}.evaluate({no(), yes(), no()});
  EXPECT_EQ(*outcome.care, (reference::Care{1, 1, {}}));
  EXPECT_EQ(outcome.red_flags.at(0).facts, Ids{"numb"});
  const auto& heat = outcome.treatments.at(0);
  EXPECT_EQ(heat.cause, Cause::deferred);
  EXPECT_EQ(heat.rank, 1);
  EXPECT_EQ(heat.score, (Score{7, 7}));
  EXPECT_EQ(outcome.treatments.at(1).cause, Cause::not_indicated);
  EXPECT_EQ(*outcome.certain_first, (reference::First{"heat", false, std::nullopt}));
}

TEST(Reference, RanksNothingAtTheMostUrgentLevel) {
  Ward ward;
  ward.guide_at(ward.guard).red_flags[0].level = 2;
  const auto outcome = ward.evaluate({yes(), yes(), no()});
  for (const auto& each : outcome.treatments) EXPECT_EQ(each.rank, 0) << each.id;
  EXPECT_FALSE(outcome.certain_first);
}

TEST(Reference, SaysNothingOfCareOutsideTheScope) {
  Ward ward;
  ward.guide_at(ward.guard).scope = test::fact_is_yes(ward.early);
  const auto outcome = ward.evaluate({no(), yes(), yes()});
  EXPECT_FALSE(outcome.care);
  EXPECT_EQ(outcome.notices.at(0).second, "care_not_assessed");
  EXPECT_TRUE(outcome.treatments.at(0).contraindications.empty());
}

// A questionnaire of three: +2, +3 and -1. Offered while it is at least 4.
struct Questionnaire : ModelBuilder {
  Questionnaire() {
    care_level("home");
    const int instrument = score(
        page, "back", {{2, test::fact_is_yes(first)}, {3, test::fact_is_yes(second)}, {-1, test::fact_is_yes(third)}});
    guide_at(page).scores[0].bands = {{"low", {}, -1, 3}, {"high", {}, 4, 5}};
    opinion(page, treatment("rest"));
    guide_at(page).opinions[0].position = model::Position::favors;
    argument(page, 0, "high", 1, test::score(page, instrument, model::Relation::greater_or_equal, 4));
    argument(page, 0, "low", 1, test::score(page, instrument, model::Relation::less, 4));
    profile.rank_by = page;
  }
  void expect(const std::vector<base::Possible>& answers, Score sum, const std::string& band, const Ids& facts,
              const Ids& depends_on) const {
    for (const auto& outcome :
         {reference::evaluate(rules(), profile, answers), reference::run_library(rules(), profile, answers)}) {
      ASSERT_EQ(outcome.scores.size(), 1u);
      EXPECT_EQ(outcome.scores[0], (reference::Instrument{"back", sum, band}));
      for (const auto& each : outcome.treatments.at(0).arguments) {
        EXPECT_TRUE(each.truth == Truth::unknown || each.id == (sum.low >= 4 ? "high" : "low")) << each.id;
        EXPECT_EQ(each.facts, facts);
        EXPECT_EQ(each.depends_on, depends_on);
      }
      EXPECT_EQ(outcome.treatments[0].arguments.size(), depends_on.empty() ? 1u : 2u);
    }
  }

  int first = boolean("first");
  int second = boolean("second");
  int third = boolean("third");
  int page = guide("page");
  model::Profile profile;
};

TEST(Reference, AddsUpAScoreAndKeepsItOpenWhereAnswersAre) {
  const Questionnaire form;
  form.expect({yes(), yes(), no()}, {5, 5}, "high", {"first", "second", "third"}, {});
  form.expect({yes(), yes(), yes()}, {4, 4}, "high", {"first", "second", "third"}, {});
  form.expect({yes(), yes(), {}}, {4, 5}, "high", {"first", "second"}, {});  // Whatever the third is.
  form.expect({yes(), no(), {}}, {1, 2}, "low", {"first", "second"}, {});
  form.expect({{}, yes(), no()}, {3, 5}, "unknown", {}, {"first"});
  form.expect({{}, {}, {}}, {-1, 5}, "unknown", {}, {"first", "second", "third"});
}

TEST(Reference, SaysNoScoreOfAGuideThatIsOutOfScope) {
  Questionnaire form;
  form.guide_at(form.page).scope = test::fact_is_yes(form.first);
  const std::vector<base::Possible> outside{no(), yes(), yes()};
  EXPECT_TRUE(reference::evaluate(form.rules(), form.profile, outside).scores.empty());
  EXPECT_TRUE(reference::run_library(form.rules(), form.profile, outside).scores.empty());
}

}  // namespace
}  // namespace vertebra
