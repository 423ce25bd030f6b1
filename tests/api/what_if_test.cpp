// Other answers for the example patients under the default profile, through the public door.

#include <gtest/gtest.h>

#include <algorithm>

#include <vertebra/vertebra.hpp>

#include "support/golden_files.hpp"

namespace vertebra {
namespace {

constexpr Date as_of = date(2026, 1, 31);
constexpr const char* examples[] = {"acute_tight_muscles", "few_answers", "five_months", "cauda_equina", "empty"};

const Engine& engine() { return support::shipped_engine(); }

Patient example(const std::string& name) {
  Patient patient{engine()};
  EXPECT_TRUE(read_patient(patient, support::read_source_file("examples/data/" + name + ".yaml"), name + ".yaml"));
  return patient;
}

std::string_view first_of(const Outcome& outcome) {
  const auto treatments = outcome.treatments();
  return treatments.front().rank == 1 ? treatments.front().id : std::string_view{};
}

bool is_reached(const Goal& goal, const Outcome& before, const Outcome& after) {
  if (goal.kind == GoalKind::first) return !first_of(after).empty() && first_of(after) != first_of(before);
  if (goal.kind == GoalKind::offered) {
    const auto treatments = after.treatments();
    return std::ranges::find(treatments, goal.treatment, &TreatmentAdvice::id)->verdict == Verdict::offered;
  }
  const auto old = before.care();
  const auto now = after.care();
  if (!old || !now) return now.has_value() && !old.has_value();
  return old->least.rank != now->least.rank || old->most.rank != now->most.rank;
}

Outcome outcome_with(Patient patient, const std::vector<OtherAnswer>& answers) {
  for (const OtherAnswer& each : answers) EXPECT_TRUE(patient.set(each.fact, each.answer));
  Evaluator evaluator{engine()};
  return evaluator.evaluate(patient, as_of);
}

// Each set is a patient without conflicts who reaches the goal, and none of its parts does.
void expect_sound(const Patient& patient, const Goal& goal) {
  const auto reply = Evaluator{engine()}.counterfactuals(patient, as_of, goal);
  ASSERT_TRUE(reply.counterfactuals);
  const Outcome before = outcome_with(patient, {});
  if (reply.counterfactuals->reached_already) {
    EXPECT_TRUE(is_reached(goal, before, before));
    return;
  }
  for (const Counterfactual& set : reply.counterfactuals->sets) {
    const Outcome after = outcome_with(patient, set.answers);
    EXPECT_TRUE(is_reached(goal, before, after));
    EXPECT_TRUE(after.conflicts().empty());
    EXPECT_EQ(set.then.first, first_of(after));
    for (std::size_t i = 0; set.answers.size() > 1 && i < set.answers.size(); ++i) {
      auto fewer = set.answers;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      const Outcome part = outcome_with(patient, fewer);
      EXPECT_FALSE(part.conflicts().empty() && is_reached(goal, before, part));
    }
  }
}

TEST(Counterfactuals, OfTheExamplesAreSoWhenTheyAreReplayed) {
  for (const char* name : examples) {
    SCOPED_TRACE(name);
    const Patient patient = example(name);
    expect_sound(patient, goal_care());
    expect_sound(patient, goal_first());
    for (const char* treatment : {"ibuprofen", "spinal_manipulation", "plank", "heat"})
      expect_sound(patient, goal_offered(treatment));
  }
}

TEST(Counterfactuals, WriteAnswersAsAPatientFileDoes) {
  const auto reply = Evaluator{engine()}.counterfactuals(example("acute_tight_muscles"), as_of, goal_care());
  ASSERT_TRUE(reply.counterfactuals);
  const auto& sets = reply.counterfactuals->sets;
  const auto longer = std::ranges::find_if(sets, [](const Counterfactual& each) {
    return each.answers.size() == 1 && each.answers[0].fact == "pain_duration";
  });
  ASSERT_NE(longer, sets.end());
  EXPECT_EQ(longer->answers[0].after, "29 d");  // Day 28 is not yet more than a few weeks.
}

// To have no back pain is no other care: nothing is said of care then.
TEST(Counterfactuals, DoNotLeaveWhatTheGuidesSpeakOf) {
  for (const char* name : examples) {
    const auto reply = Evaluator{engine()}.counterfactuals(example(name), as_of, goal_care());
    ASSERT_TRUE(reply.counterfactuals);
    for (const Counterfactual& set : reply.counterfactuals->sets) EXPECT_TRUE(set.then.care) << name;
  }
}

// A guide that does not know whether it is asked at all has no red flag that is certain, so its scope is one of the two.
TEST(Counterfactuals, TakeTwoAnswersWhereNothingIsKnown) {
  const auto reply = Evaluator{engine()}.counterfactuals(example("empty"), as_of, goal_care());
  ASSERT_TRUE(reply.counterfactuals);
  ASSERT_FALSE(reply.counterfactuals->sets.empty());
  for (const Counterfactual& set : reply.counterfactuals->sets) {
    ASSERT_EQ(set.answers.size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(set.answers, [](const OtherAnswer& each) {
      return each.fact == "lbp_present" && std::get<bool>(each.answer);
    }));
  }
}

// Nothing but the fever or the temperature ends this contradiction, and to have a fever is the care of now.
TEST(Counterfactuals, LetAnAnswerThatWasSetAsideComeBack) {
  Patient patient = example("acute_tight_muscles");  // Who says: no fever.
  ASSERT_TRUE(patient.set("body_temperature", celsius(39)));
  const auto reply = Evaluator{engine()}.counterfactuals(patient, as_of, goal_care());
  ASSERT_TRUE(reply.counterfactuals);
  ASSERT_EQ(reply.counterfactuals->sets.size(), 1U);
  const Counterfactual& set = reply.counterfactuals->sets.front();
  ASSERT_EQ(set.answers.size(), 1U);
  EXPECT_EQ(set.answers.front().fact, "body_temperature");
  ASSERT_TRUE(set.then.care);
  EXPECT_EQ(set.then.care->most.id, "self_care");
  expect_sound(patient, goal_care());
}

TEST(WhatIf, LeavesTheLastOutcomeAsItIs) {
  Evaluator evaluator{engine()};
  const Patient patient = example("acute_tight_muscles");
  Patient changed = patient;
  ASSERT_TRUE(changed.set("fever", true));
  const Outcome& last = evaluator.evaluate(patient, as_of);
  const std::string before = last.to_json();
  const Difference difference = evaluator.what_if(patient, changed, as_of);
  ASSERT_TRUE(difference.care);
  EXPECT_EQ(difference.care->before->most.id, "self_care");
  EXPECT_EQ(difference.care->after->least.id, "same_day");
  EXPECT_TRUE(evaluator.counterfactuals(patient, as_of, goal_first()).counterfactuals);
  EXPECT_EQ(last.to_json(), before);
}

TEST(Goals, AreReadFromWords) {
  EXPECT_EQ(read_goal("care")->kind, GoalKind::care);
  EXPECT_EQ(read_goal("first")->kind, GoalKind::first);
  EXPECT_EQ(read_goal("offered:heat")->treatment, "heat");
  for (const char* wrong : {"", "Care", "care:", "first:heat", "offered", "offered:", "blocked:heat"})
    EXPECT_FALSE(read_goal(wrong)) << wrong;
}

}  // namespace
}  // namespace vertebra
