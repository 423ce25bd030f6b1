#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <vertebra/engine.hpp>

#include "base/fact_shape.hpp"
#include "eval/cohort_executor.hpp"
#include "eval/patient_executor.hpp"
#include "image/image.hpp"
#include "model/rule_set.hpp"
#include "support/cohort_results.hpp"

namespace vertebra::test {

// How much was compared.
struct Compared {
  std::size_t rule_sets = 0;
  std::size_t patients = 0;     // By the reference, and by every level of the patient executor.
  std::size_t conflicts = 0;    // Of them those whose answers break a consistency rule.
  std::size_t rows = 0;         // By each level of the cohort, and once more through evaluate_cohort().
  std::size_t cohort_runs = 0;  // Each with blocks, splits and threads of its own.
};

// One profile of a rule set, ready to be run by everything that can run it: the slow reference, every level of the patient
// executor, every level of the cohort, and the cohort's public door with the image read back from its file.
class Agreement {
 public:
  using Patients = std::vector<std::vector<base::Possible>>;  // Answers, one a fact.

  // Both must outlive it.
  Agreement(const model::RuleSet& rules, const model::Profile& profile);
  Agreement(const Agreement&) = delete;
  Agreement& operator=(const Agreement&) = delete;

  // These return who says something else, of whom and what; empty when all agree to the last bit.
  std::string check_patients(const Patients& patients, Date as_of);
  // The same, and the cohorts over all of them: only answers that a column can hold. `random` draws blocks, splits, threads.
  std::string check_rows(const Patients& patients, Date as_of, std::mt19937& random);

  const Compared& compared() const noexcept { return compared_; }

 private:
  std::string check_patient(const std::vector<base::Possible>& patient, Date as_of);
  struct Cohort {
    const Patients& patients;
    const CohortColumns& columns;
    const CohortResults& expected;
  };
  std::string check_levels(const Cohort& cohort, Date as_of, std::mt19937& random);
  std::string check_stream(const Cohort& cohort, Date as_of, std::mt19937& random);
  std::string difference(const Cohort& cohort, const CohortResults& actual, const std::string& who) const;

  const model::RuleSet& rules_;
  const model::Profile& profile_;
  image::Image image_;
  std::vector<base::FactShape> shapes_;
  eval::CohortPlan plan_;
  Engine engine_;
  std::vector<eval::PatientExecutor> executors_;  // As eval::kernels().
  std::vector<eval::Result> results_;
  Compared compared_;
};

}  // namespace vertebra::test
