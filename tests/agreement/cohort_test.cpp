#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "support/agreement.hpp"
#include "support/cohort_rows.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"

// The reference, every level of the patient executor and every level of the cohort must agree on every bit, whatever the
// blocks, splits and threads: over some rule sets, many patients each.
namespace vertebra {
namespace {

using test::Agreement;
using test::Compared;

constexpr Date as_of = date(2026, 1, 31);

Agreement::Patients random_patients(const model::Vocabulary& vocabulary, std::size_t count, std::mt19937& random) {
  Agreement::Patients patients;
  while (patients.size() < count) {
    std::vector<std::uint8_t> bytes(64);
    std::ranges::generate(bytes, [&] { return static_cast<std::uint8_t>(random() % 255); });
    generate::Tape tape{bytes};
    patients.push_back(generate::patient(tape, vocabulary));
  }
  return patients;
}

void make_exact(Agreement::Patients& patients) {
  for (auto& patient : patients) std::ranges::transform(patient, patient.begin(), test::exact);
}

// One in ten more, whose answers no column can hold, is compared without the cohort.
std::string difference(Agreement& agreement, const model::Vocabulary& vocabulary, std::size_t count,
                       std::uint32_t seed) {
  std::mt19937 random{seed};
  Agreement::Patients patients = random_patients(vocabulary, count, random);
  make_exact(patients);
  const std::string found = agreement.check_rows(patients, as_of, random);
  return found.empty() ? agreement.check_patients(random_patients(vocabulary, count / 10, random), as_of) : found;
}

Compared check(int rule_sets, std::size_t patients, const generate::VocabularyOptions& options) {
  Compared total;
  const auto samples = generate::samples(0, options);
  generate::repeat(rule_sets, [&] {
    const generate::Sample sample = *samples;
    Agreement agreement{sample.rules, sample.profile};
    const auto seed = *rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>());
    const std::string found = difference(agreement, sample.rules.vocabulary, patients, seed);
    if (!found.empty()) RC_FAIL("another outcome: " + found);
    const Compared& compared = agreement.compared();
    total.rule_sets += compared.rule_sets;
    total.patients += compared.patients;
    total.conflicts += compared.conflicts;
    total.rows += compared.rows;
    total.cohort_runs += compared.cohort_runs;
  });
  return total;
}

// Something of everything must have been met.
void expect_many(const Compared& compared) {
  EXPECT_GT(compared.patients, compared.rows);
  EXPECT_GT(compared.rows, 100 * compared.rule_sets);
  EXPECT_GT(compared.conflicts, compared.rule_sets);
  EXPECT_GT(compared.cohort_runs, 2 * compared.rule_sets);
}

TEST(Cohort, AgreesOnRandomRulesAndPatients) { expect_many(check(150, 200, {})); }

TEST(Cohort, AgreesWhereManyConsistencyRulesMeet) { expect_many(check(100, 200, {.clauses = 9})); }

TEST(Cohort, AgreesOnFactsThatTakeWholeYears) { expect_many(check(60, 200, {.years = true})); }

// The long run, by its own command (README.md): 10 million patients over five thousand rule sets, in parts for several
// processors. Every other part has facts that take whole years, and the clauses differ.
class CohortLong : public testing::TestWithParam<int> {};

TEST_P(CohortLong, AgreesOnTenMillionPatients) {
  const Compared compared = check(250, 2000, {.clauses = 2 + GetParam() % 8, .years = GetParam() % 2 == 1});
  expect_many(compared);
  std::cout << "compared " << compared.rule_sets << " rule sets, " << compared.patients << " patients ("
            << compared.conflicts << " with conflicts), " << compared.rows << " rows in " << compared.cohort_runs
            << " runs of a cohort" << std::endl;
}

INSTANTIATE_TEST_SUITE_P(Parts, CohortLong, testing::Range(0, 20));

}  // namespace
}  // namespace vertebra
