#include <string>

#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

#include "support/golden_files.hpp"

// What other answers of the example patients would do, as text: kept whole, to be read by a person when it changes
// (tests/golden/README.md).
namespace vertebra {
namespace {

constexpr Date as_of = date(2026, 1, 31);

const Engine& engine() { return support::shipped_engine(); }

Patient example(const std::string& name) {
  Patient patient{engine()};
  EXPECT_TRUE(read_patient(patient, support::read_source_file("examples/data/" + name + ".yaml"), name + ".yaml"));
  return patient;
}

void expect_file(const std::string& text, const std::string& name) {
  support::expect_golden(text, "tests/golden/what_if/" + name + ".txt");
}

std::string with(const std::string& name, const std::string& answers) {
  const Patient patient = example(name);
  Patient changed = patient;
  EXPECT_TRUE(read_patient(changed, answers, "changed.yaml"));
  return to_text(Evaluator{engine()}.what_if(patient, changed, as_of));
}

std::string for_goal(const std::string& name, const Goal& goal) {
  return to_text(*Evaluator{engine()}.counterfactuals(example(name), as_of, goal).counterfactuals);
}

TEST(GoldenWhatIf, ReadsAsItWasApproved) {
  expect_file(with("acute_tight_muscles", "fever: yes"), "acute_with_fever");
  expect_file(with("acute_tight_muscles", "saddle_numbness: yes"), "acute_with_saddle_numbness");
  expect_file(with("five_months", "pain_duration: 3 wk"), "five_months_as_three_weeks");
  expect_file(with("few_answers", "{age: 34, leg_pain: none}"), "few_answers_and_two_more");
}

TEST(GoldenCounterfactuals, ReadAsTheyWereApproved) {
  expect_file(for_goal("acute_tight_muscles", goal_care()), "acute_other_care");
  expect_file(for_goal("five_months", goal_first()), "five_months_other_first");
  expect_file(for_goal("cauda_equina", goal_care()), "cauda_equina_other_care");
  expect_file(for_goal("few_answers", goal_offered("heat")), "few_answers_heat_offered");
}

}  // namespace
}  // namespace vertebra
