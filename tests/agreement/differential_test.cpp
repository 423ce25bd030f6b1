#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "support/agreement.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"

// The slow reference and every level of the patient executor must agree on everything that they say: over many rule sets,
// a few patients each, so that a difference shrinks to a patient and rules that can be read.
namespace vertebra {
namespace {

constexpr int patients = 5;

void check(int times, const generate::VocabularyOptions& options) {
  const auto samples = generate::samples(patients, options);
  generate::repeat(times, [&] {
    const generate::Sample sample = *samples;
    const std::string difference =
        test::Agreement{sample.rules, sample.profile}.check_patients(sample.patients, date(2026, 1, 31));
    if (!difference.empty()) RC_FAIL(difference);
  });
}

TEST(Differential, AgreesWithTheReferenceOnRandomRulesAndPatients) { check(4000, {}); }

TEST(Differential, AgreesWhereManyConsistencyRulesMeet) { check(2000, {.clauses = 9}); }

TEST(Differential, AgreesOnFactsThatTakeWholeYears) { check(2000, {.years = true}); }

}  // namespace
}  // namespace vertebra
