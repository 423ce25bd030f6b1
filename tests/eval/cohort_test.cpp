#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "compile/compiler.hpp"
#include "eval/cohort_executor.hpp"
#include "eval/domain.hpp"
#include "support/cohort_rows.hpp"
#include "support/generate_repeat.hpp"
#include "support/generate_samples.hpp"
#include "support/generate_text.hpp"

// A cohort says of every row what the patient executor says of it, at every level, in blocks of any size.
namespace vertebra {
namespace {

constexpr Date as_of = date(2026, 1, 31);

struct Results {
  explicit Results(std::size_t rows, std::size_t treatments)
      : care_least(rows, 9),
        care_most(rows, 9),
        verdicts(rows * treatments),
        score_low(rows * treatments, 9),
        score_high(rows * treatments, 9),
        ranks(rows * treatments, 9),
        conflicts(rows, 9),
        causes(rows * treatments, Cause{9}) {}

  CohortSpans spans() { return {care_least, care_most, verdicts, score_low, score_high, ranks, conflicts, causes}; }
  friend bool operator==(const Results&, const Results&) = default;

  std::vector<std::int8_t> care_least, care_most;
  std::vector<Verdict> verdicts;
  std::vector<std::int32_t> score_low, score_high;
  std::vector<std::uint16_t> ranks;
  std::vector<std::uint8_t> conflicts;
  std::vector<Cause> causes;
};

void put(const eval::Result& result, std::size_t row, std::size_t rows, Results& into) {
  into.care_least[row] = result.care_assessed ? static_cast<std::int8_t>(result.care_least) : std::int8_t{-1};
  into.care_most[row] = result.care_assessed ? static_cast<std::int8_t>(result.care_most) : std::int8_t{-1};
  into.conflicts[row] = result.conflicts.empty() ? 0 : 1;
  for (std::size_t i = 0; i < result.treatments.size(); ++i) {
    const TreatmentSummary& each = result.treatments[i];
    into.verdicts[i * rows + row] = each.verdict;
    into.causes[i * rows + row] = each.cause;
    into.score_low[i * rows + row] = each.score.low;
    into.score_high[i * rows + row] = each.score.high;
    into.ranks[i * rows + row] = static_cast<std::uint16_t>(each.rank);
  }
}

Results one_by_one(const image::Image& image, const std::vector<generate::Answers>& patients) {
  Results results{patients.size(), image.treatments.size()};
  eval::PatientExecutor executor{image};
  eval::Result result = eval::prepare(image);
  for (std::size_t row = 0; row < patients.size(); ++row) {
    eval::Answers answers{image};
    for (std::uint32_t fact = 0; fact < image.facts.size(); ++fact)
      answers.set(image, fact, eval::domain_of(image, fact, test::exact(patients[row][fact])));
    executor.run(answers, as_of, result);
    put(result, row, patients.size(), results);
  }
  return results;
}

std::string expect_agreement(const model::RuleSet& rules, const model::Profile& profile,
                             const std::vector<generate::Answers>& patients) {
  const image::Image image = compile::compile(rules, profile, "");
  const std::vector<base::FactShape> shapes = image::shapes(image);
  const test::CohortRows rows{shapes, patients};
  const Results expected = one_by_one(image, patients);
  const eval::CohortPlan plan{image};
  for (const eval::CohortKernel& kernel : eval::cohort_kernels()) {
    for (const std::size_t block : {std::size_t{64}, std::size_t{128}, plan.rows_a_block()}) {
      Results actual{patients.size(), image.treatments.size()};
      const CohortSpans spans = actual.spans();
      eval::CohortExecutor executor{plan, shapes, rows.columns(), spans, block, kernel};
      const std::size_t split = patients.size() / 3;
      executor.run(0, split, as_of);
      executor.run(split, patients.size(), as_of);
      if (!executor.bad().empty() || !(actual == expected))
        return std::string{kernel.level} + " in blocks of " + std::to_string(block);
    }
  }
  return {};
}

std::vector<generate::Answers> random_patients(const model::Vocabulary& vocabulary, std::size_t count,
                                               std::uint32_t seed) {
  std::mt19937 random{seed};
  std::vector<generate::Answers> patients;
  while (patients.size() < count) {
    std::vector<std::uint8_t> bytes(64);
    std::ranges::generate(bytes, [&] { return static_cast<std::uint8_t>(random() % 255); });
    generate::Tape tape{bytes};
    patients.push_back(generate::patient(tape, vocabulary));
  }
  return patients;
}

void check(const generate::VocabularyOptions& options, int times, std::size_t patients) {
  const auto samples = generate::samples(0, options);
  generate::repeat(times, [&] {
    const generate::Sample sample = *samples;
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const std::string difference =
        expect_agreement(sample.rules, sample.profile, random_patients(sample.rules.vocabulary, patients, seed));
    if (!difference.empty()) RC_FAIL("the patient executor disagrees with " + difference);
  });
}

TEST(Cohort, AgreesWithThePatientExecutorOnRandomRulesAndPatients) { check({}, 300, 150); }

TEST(Cohort, AgreesWhereManyConsistencyRulesMeet) { check({.clauses = 9}, 200, 150); }

TEST(Cohort, AgreesOnFactsThatTakeWholeYears) { check({.years = true}, 100, 150); }

// The long run, by its own command: 10 million patients over two thousand rule sets.
TEST(CohortLong, AgreesOnTenMillionPatients) { check({.clauses = 4}, 2000, 5000); }

}  // namespace
}  // namespace vertebra
