#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "explain/why_promises.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_text.hpp"
#include "support/reference_view.hpp"

// What an answer to "why" promises, on random rules and patients.
namespace vertebra {
namespace {

// Questions of all kinds, other ones for each patient.
void check_some_questions(const generate::Sample& sample) {
  constexpr std::size_t at_most = 5;
  test::Explained library{sample.rules, sample.profile};
  const std::vector<explain::Asked> questions = library.questions();
  for (std::size_t patient = 0; patient < sample.patients.size(); ++patient) {
    const generate::Answers answers = reference::telling(library.image(), sample.patients[patient]);
    for (std::size_t i = 0; i < std::min(at_most, questions.size()); ++i) {
      const std::size_t chosen = (i * questions.size() / at_most + patient * 7) % questions.size();
      const std::string wrong = test::broken_promise(sample.rules, sample.profile, library, answers, questions[chosen]);
      if (!wrong.empty()) RC_FAIL(wrong + "\nof " + generate::to_text(sample.rules.vocabulary, answers));
    }
  }
}

TEST(Why, FactsAreEnoughAndNoneTooManyOnRandomRules) {
  const auto samples = generate::samples(2);
  generate::repeat(250, [&] { check_some_questions(*samples); });
}

TEST(Why, FactsAreEnoughAndNoneTooManyWhereManyConsistencyRulesMeet) {
  const auto samples = generate::samples(2, {.clauses = 9});
  generate::repeat(250, [&] { check_some_questions(*samples); });
}

TEST(Why, FactsAreEnoughAndNoneTooManyInYears) {
  const auto samples = generate::samples(2, {.years = true});
  generate::repeat(80, [&] { check_some_questions(*samples); });
}

TEST(WhyLong, FactsAreEnoughAndNoneTooManyOnMoreRandomRules) {
  const auto samples = generate::samples(3, {.clauses = 6});
  generate::repeat(4000, [&] { check_some_questions(*samples); });
}

}  // namespace
}  // namespace vertebra
