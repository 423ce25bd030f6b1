#include <vertebra/cohort.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <vertebra/vertebra.hpp>

#include "api/state.hpp"
#include "support/cohort_rows.hpp"

namespace vertebra {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr Date as_of = date(2026, 1, 31);
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

class Cohorts : public testing::Test {
 protected:
  static const Engine& engine() {
    static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
    return made;
  }
  static FactId fact(std::string_view id) { return *engine().fact(id); }

  // Conflicts among them: answers are drawn without a look at each other.
  static std::vector<std::vector<base::Possible>> random_patients(std::size_t count) {
    std::mt19937 random{20260131};
    std::vector<std::vector<base::Possible>> patients;
    for (std::size_t row = 0; row < count; ++row) {
      auto& patient = patients.emplace_back();
      for (const base::FactShape& shape : engine().rule_set().state().shapes) {
        base::Possible answer;
        answer.known = random() % 3 != 0;
        const double middle = std::floor((shape.min + shape.max) / 2);
        answer.low = answer.high = random() % 2 == 0 ? shape.min : middle;
        const std::size_t size = shape.type == base::FactType::boolean ? 2 : shape.choices.size();
        if (shape.type != base::FactType::quantity) answer.cells = std::uint64_t{1} << random() % size;
        patient.push_back(answer);
      }
    }
    return patients;
  }
};

constexpr CohortParts everything{true, true, true, true, true, true};

TEST_F(Cohorts, SayOfEveryRowWhatItsPatientIsTold) {
  constexpr std::size_t count = 700;
  const test::CohortRows rows{engine().rule_set().state().shapes, random_patients(count)};
  Evaluator evaluator{engine()};
  for (const CohortOptions options : {CohortOptions{}, CohortOptions{.threads = 3, .block_rows = 1},
                                      CohortOptions{.threads = 2, .block_rows = 192}, CohortOptions{.threads = 4}}) {
    const CohortOutcome outcome = evaluate_cohort(engine(), rows.columns(), as_of, everything, options);
    ASSERT_TRUE(outcome) << to_string(outcome.problems().front().diagnostic);
    std::size_t conflicts = 0;
    for (std::size_t row = 0; row < count; ++row) {
      const Outcome& expected = evaluator.evaluate(patient_of(engine(), rows.columns(), row), as_of);
      const auto care = expected.care();
      ASSERT_EQ(outcome.care_least()[row], care ? care->least.rank : -1) << row;
      ASSERT_EQ(outcome.care_most()[row], care ? care->most.rank : -1) << row;
      ASSERT_EQ(outcome.conflicts()[row], expected.conflicts().empty() ? 0 : 1) << row;
      conflicts += outcome.conflicts()[row];
      for (const TreatmentSummary& each : expected.summaries()) {
        ASSERT_EQ(outcome.verdicts(each.index)[row], each.verdict) << row;
        ASSERT_EQ(outcome.causes(each.index)[row], each.cause) << row;
        ASSERT_EQ(outcome.score_low(each.index)[row], each.score.low) << row;
        ASSERT_EQ(outcome.score_high(each.index)[row], each.score.high) << row;
        ASSERT_EQ(outcome.rank(each.index)[row], each.rank) << row;
      }
    }
    EXPECT_GT(conflicts, 50U);
    EXPECT_LT(conflicts, count);
  }
}

TEST_F(Cohorts, TakeBitmapsInPlace) {
  const std::vector<std::int8_t> fever{1, 0, -1, 1, 0, -1, 1, 1, 0, 1};
  // The same, from the fourth bit on, lowest bit first; the unknown ones are not valid.
  const std::vector<std::uint8_t> values{0b0100'1000 | 0b0000'0111, 0b0001'0110}, valid{0b1101'1000, 0b0001'1110};
  CohortColumns one{fever.size(), {{fact("fever"), std::span<const std::int8_t>{fever}}}};
  CohortColumns other{fever.size(), {{fact("fever"), Bitmap{values.data(), 3}, Bitmap{valid.data(), 3}}}};
  for (std::size_t row = 0; row < fever.size(); ++row) {
    Evaluator evaluator{engine()};
    const std::string expected = evaluator.evaluate(patient_of(engine(), one, row), as_of).to_json();
    ASSERT_EQ(evaluator.evaluate(patient_of(engine(), other, row), as_of).to_json(), expected) << row;
  }
  const auto expected = evaluate_cohort(engine(), one, as_of, everything);
  const auto actual = evaluate_cohort(engine(), other, as_of, everything);
  EXPECT_THAT(actual.care_most(), testing::ElementsAreArray(expected.care_most()));
  EXPECT_THAT(actual.rank(0), testing::ElementsAreArray(expected.rank(0)));
}

TEST_F(Cohorts, NameTheRowAndTheFactOfABadValueButNeverTheValue) {
  const std::vector<double> age{40, 40.5, nan, 1234, 67};
  const std::vector<std::int8_t> fever{0, 1, 77, -1, -2};
  const std::vector<std::int32_t> leg_pain{-1, 0, 1, 2, 99};
  const CohortColumns columns{5,
                              {{fact("age"), std::span<const double>{age}},
                               {fact("fever"), std::span<const std::int8_t>{fever}},
                               {fact("leg_pain"), std::span<const std::int32_t>{leg_pain}}}};
  const CohortOutcome outcome = evaluate_cohort(engine(), columns, as_of, everything, {.threads = 2});
  std::vector<std::size_t> rows;
  for (const CohortProblem& each : outcome.problems()) {
    rows.push_back(each.row);
    const std::string message = to_string(each.diagnostic);
    EXPECT_THAT(message, HasSubstr("row " + std::to_string(each.row) + " of `"));
    for (const char* value : {"1234", "77", "99", "40.5"}) EXPECT_THAT(message, Not(HasSubstr(value)));
  }
  EXPECT_THAT(rows, ElementsAre(1, 2, 3, 4, 4));
}

TEST_F(Cohorts, RefuseColumnsOfAnotherTypeOrLength) {
  const std::vector<double> numbers{1, 2};
  const std::vector<std::int8_t> answers{1, 0, 1};
  const auto problem = [&](const Column& column) {
    const auto problems = evaluate_cohort(engine(), {2, {column}}, as_of, CohortSpans{});
    return problems.size() == 1 ? problems[0].diagnostic.message : std::to_string(problems.size());
  };
  EXPECT_EQ(problem({fact("fever"), std::span<const double>{numbers}}),
            "the column of `fever` has another type than the fact");
  EXPECT_EQ(problem({fact("fever"), std::span<const std::int8_t>{answers}}),
            "the column of `fever` has 3 rows instead of 2");
  EXPECT_EQ(problem({FactId{9999}, std::span<const double>{numbers}}), "`fact 9999` is not a fact of this rule set");
  const Column fever{fact("fever"), std::span<const std::int8_t>{answers}};
  EXPECT_EQ(evaluate_cohort(engine(), {3, {fever, fever}}, as_of, CohortSpans{}).size(), 1U);
}

TEST_F(Cohorts, MayBeEmptyAndMayKnowNothing) {
  EXPECT_TRUE(evaluate_cohort(engine(), {}, as_of, everything));
  const CohortOutcome unknown = evaluate_cohort(engine(), {3, {}}, as_of, everything);
  Evaluator evaluator{engine()};
  const Outcome& expected = evaluator.evaluate(Patient{engine()}, as_of);
  EXPECT_THAT(unknown.care_most(), testing::Each(expected.care()->most.rank));
}

}  // namespace
}  // namespace vertebra
