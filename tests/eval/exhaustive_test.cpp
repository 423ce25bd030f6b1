#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "support/generate_booleans.hpp"
#include "support/generate_expressions.hpp"
#include "support/generate_text.hpp"
#include "support/reference_truth.hpp"
#include "support/reference_view.hpp"

// Every condition of up to three operators (not, and, or, at least 2 of 3) over three boolean facts, for each of the 27
// patients: the compiled condition has the truth that the reference finds, and names the same facts.
namespace vertebra {
namespace {

using model::Expression;
using model::Operator;
using Conditions = std::vector<Expression>;

constexpr int facts = 3;
constexpr int most_operators = 3;

Conditions leaves() {
  Conditions result;
  for (int i = 0; i < facts; ++i) result.push_back(generate::boolean_fact(i));
  return result;
}

void add_pairs(const Conditions& left, const Conditions& right, Conditions& result) {
  for (const Expression& a : left) {
    for (const Expression& b : right) {
      result.push_back(generate::joined(Operator::all, {a, b}));
      result.push_back(generate::joined(Operator::any, {a, b}));
    }
  }
}

void add_triples(const Conditions& first, const Conditions& second, const Conditions& third, Conditions& result) {
  for (const Expression& a : first)
    for (const Expression& b : second)
      for (const Expression& c : third) result.push_back(generate::joined(Operator::at_least, {a, b, c}, 2));
}

// conditions[n]: those with n operators.
std::array<Conditions, most_operators + 1> all_conditions() {
  std::array<Conditions, most_operators + 1> result{leaves()};
  for (int n = 1; n <= most_operators; ++n) {
    for (const Expression& each : result[n - 1]) result[n].push_back(generate::negation(each));
    for (int left = 0; left < n; ++left) {
      add_pairs(result[left], result[n - 1 - left], result[n]);
      for (int middle = 0; left + middle < n; ++middle)
        add_triples(result[left], result[middle], result[n - 1 - left - middle], result[n]);
    }
  }
  return result;
}

// Three digits, each the truth of a fact.
std::vector<base::Possible> patient(int number) {
  std::vector<base::Possible> answers;
  for (int i = 0; i < facts; ++i, number /= 3)
    answers.push_back(generate::boolean_answer(static_cast<Truth>(number % 3)));
  return answers;
}

struct Expected {
  Truth truth;
  reference::Ids facts;
};

Expected expected(const reference::View& view, const Expression& condition) {
  Expected result{reference::truth_of(view, condition), {}};
  reference::Facts behind;
  reference::add_facts_behind(view, condition, result.truth, behind);
  for (const int fact : behind) result.facts.push_back("f" + std::to_string(fact));
  return result;
}

// explain lists the arguments that are not no, in written order.
void expect_agreement(const model::RuleSet& rules, const std::vector<base::Possible>& answers,
                      const reference::Outcome& outcome) {
  reference::Domains domains;
  for (std::size_t i = 0; i < facts; ++i)
    domains.push_back(reference::values_of(rules.vocabulary.facts[i].shape, answers[i]));
  const reference::View view{rules, domains};
  auto said = outcome.treatments[0].arguments.begin();
  for (const model::Argument& each : rules.guides[0].opinions[0].arguments) {
    const Expected wanted = expected(view, each.when);
    if (wanted.truth == Truth::no) continue;
    ASSERT_NE(said, outcome.treatments[0].arguments.end());
    ASSERT_TRUE(said->id == each.id && said->truth == wanted.truth &&
                (said->truth == Truth::yes ? said->facts : said->depends_on) == wanted.facts)
        << generate::to_text(rules, each.when) << " for " << generate::to_text(rules.vocabulary, answers);
    ++said;
  }
  ASSERT_EQ(said, outcome.treatments[0].arguments.end());
}

TEST(Exhaustive, EverySmallConditionAgreesWithTheReferenceForEveryPatient) {
  constexpr std::size_t batch = 4096;
  std::size_t count = 0;
  for (const Conditions& conditions : all_conditions()) {
    count += conditions.size();
    for (std::size_t first = 0; first < conditions.size(); first += batch) {
      const auto part = std::span{conditions}.subspan(first, std::min(batch, conditions.size() - first));
      const model::RuleSet rules = generate::boolean_rules(facts, part);
      const image::Image image = compile::compile(rules, generate::only_guide(), "");
      eval::PatientExecutor executor{image};
      eval::Result result = eval::prepare(image);
      for (int number = 0; number < 27; ++number) {
        executor.run(reference::answers_of(image, patient(number)), date(2026, 1, 31), result);
        ASSERT_NO_FATAL_FAILURE(expect_agreement(rules, patient(number), reference::view_of(image, result)));
      }
    }
  }
  EXPECT_EQ(count, 3u + 48u + 1920u + 102144u);
}

}  // namespace
}  // namespace vertebra
