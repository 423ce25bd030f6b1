#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "compile/compiler.hpp"
#include "eval/patient_executor.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"
#include "support/generate_text.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_view.hpp"

// The compiled rules and the slow reference must agree on everything that they say.
namespace vertebra {
namespace {

void expect_agreement(const generate::Sample& sample) {
  const image::Image image = compile::compile(sample.rules, sample.profile, "");
  eval::Result result = eval::prepare(image);
  for (const generate::Answers& given : sample.patients) {
    const generate::Answers answers = reference::telling(image, given);
    const reference::Outcome expected = reference::evaluate(sample.rules, sample.profile, answers);
    for (const eval::Kernel& kernel : eval::kernels()) {
      eval::PatientExecutor{image, kernel}.run(reference::answers_of(image, answers), date(2026, 1, 31), result);
      const std::string difference = reference::difference(expected, reference::view_of(image, result));
      if (!difference.empty())
        RC_FAIL("patient " + generate::to_text(sample.rules.vocabulary, answers) + "\n- reference, + library (" +
                kernel.level + "):\n" + difference);
    }
  }
}

constexpr int patients = 5;

TEST(Differential, AgreesWithTheReferenceOnRandomRulesAndPatients) {
  const auto samples = generate::samples(patients);
  generate::repeat(4000, [&] { expect_agreement(*samples); });
}

TEST(Differential, AgreesWhereManyConsistencyRulesMeet) {
  const auto samples = generate::samples(patients, {.clauses = 9});
  generate::repeat(2000, [&] { expect_agreement(*samples); });
}

TEST(Differential, AgreesOnFactsThatTakeWholeYears) {
  const auto samples = generate::samples(patients, {.years = true});
  generate::repeat(2000, [&] { expect_agreement(*samples); });
}

}  // namespace
}  // namespace vertebra
