#include "support/agreement.hpp"

#include <algorithm>
#include <thread>

#include <vertebra/cohort.hpp>
#include <vertebra/rule_set.hpp>

#include "compile/compiler.hpp"
#include "image/image_file.hpp"
#include "support/cohort_rows.hpp"
#include "support/generate_text.hpp"
#include "support/reference_evaluator.hpp"
#include "support/reference_view.hpp"

namespace vertebra::test {
namespace {

bool same(const TreatmentSummary& one, const TreatmentSummary& other) {
  return one.index == other.index && one.verdict == other.verdict && one.cause == other.cause &&
         one.score == other.score && one.rank == other.rank;
}

bool same(const eval::Conflict& one, const eval::Conflict& other) {
  return one.clause == other.clause && one.first == other.first && one.last == other.last;
}

bool same(const eval::Result& one, const eval::Result& other) {
  const auto equal = [](const auto& a, const auto& b) { return same(a, b); };
  return one.planes == other.planes && one.answered == other.answered && one.care_assessed == other.care_assessed &&
         one.care_least == other.care_least && one.care_most == other.care_most && one.deferred == other.deferred &&
         std::ranges::equal(one.treatments, other.treatments, equal) && one.order == other.order &&
         std::ranges::equal(one.conflicts, other.conflicts, equal) && one.set_aside == other.set_aside;
}

Engine through_its_file(const image::Image& image, const model::RuleSet& rules) {
  const std::string bytes = image::write_file(image, {rules.vocabulary.id, "en"});
  return Engine{load_image(bytes, "random.image").rule_set.value()};
}

std::size_t below(std::size_t count, std::mt19937& random) { return random() % count; }

// 0, some places between, and the number of rows; in order, some of them equal.
std::vector<std::size_t> random_cuts(std::size_t rows, std::mt19937& random) {
  std::vector<std::size_t> cuts{0, rows};
  for (std::size_t i = below(8, random); i > 0; --i) cuts.push_back(below(rows + 1, random));
  std::ranges::sort(cuts);
  return cuts;
}

// Often a few words, so that there are many blocks.
std::size_t random_block(const eval::CohortPlan& plan, std::mt19937& random) {
  const std::size_t most = plan.rows_a_block() / 64;
  const std::size_t words = below(2, random) == 0 ? std::min<std::size_t>(4, most) : most;
  return 64 * (1 + below(words, random));
}

}  // namespace

Agreement::Agreement(const model::RuleSet& rules, const model::Profile& profile)
    : rules_{rules},
      profile_{profile},
      image_{compile::compile(rules, profile, "")},
      shapes_{image::shapes(image_)},
      plan_{image_},
      engine_{through_its_file(image_, rules)},
      results_(eval::kernels().size(), eval::prepare(image_)) {
  for (const eval::Kernel& kernel : eval::kernels()) executors_.emplace_back(image_, kernel);
  compared_.rule_sets = 1;
}

// Leaves in results_ what each level says.
std::string Agreement::check_patient(const std::vector<base::Possible>& patient, Date as_of) {
  const auto answers = reference::telling(image_, patient);
  const eval::Answers cells = reference::answers_of(image_, answers);
  for (std::size_t level = 0; level < executors_.size(); ++level) executors_[level].run(cells, as_of, results_[level]);
  ++compared_.patients;
  if (!results_.front().conflicts.empty()) ++compared_.conflicts;
  const auto who = [&](std::size_t level) {
    return "patient " + generate::to_text(rules_.vocabulary, answers) + "\n+ is the patient executor, " +
           eval::kernels()[level].level;
  };
  const reference::Outcome said = reference::view_of(image_, results_.front());
  const reference::Outcome expected = reference::evaluate(rules_, profile_, answers);
  if (!(said == expected)) return who(0) + ", - the reference:\n" + reference::difference(expected, said);
  for (std::size_t level = 1; level < results_.size(); ++level) {
    if (same(results_.front(), results_[level])) continue;
    return who(level) + ", - its first level, and other bits:\n" +
           reference::difference(said, reference::view_of(image_, results_[level]));
  }
  return {};
}

std::string Agreement::check_patients(const Patients& patients, Date as_of) {
  for (const auto& patient : patients)
    if (std::string difference = check_patient(patient, as_of); !difference.empty()) return difference;
  return {};
}

std::string Agreement::check_rows(const Patients& patients, Date as_of, std::mt19937& random) {
  CohortResults expected{patients.size(), image_.treatments.size()};
  for (std::size_t row = 0; row < patients.size(); ++row) {
    if (std::string difference = check_patient(patients[row], as_of); !difference.empty()) return difference;
    expected.put(results_.front(), row);
  }
  compared_.rows += patients.size();
  const CohortRows rows{shapes_, patients};
  const Cohort cohort{patients, rows.columns(), expected};
  const std::string found = check_levels(cohort, as_of, random);
  return found.empty() ? check_stream(cohort, as_of, random) : found;
}

std::string Agreement::difference(const Cohort& cohort, const CohortResults& actual, const std::string& who) const {
  const auto row = cohort.expected.first_difference(actual);
  if (!row) return {};
  return "patient " + generate::to_text(rules_.vocabulary, cohort.patients[*row]) + " in row " + std::to_string(*row) +
         ": " + who + " says something else than the patient executor";
}

std::string Agreement::check_levels(const Cohort& cohort, Date as_of, std::mt19937& random) {
  for (const eval::CohortKernel& kernel : eval::cohort_kernels()) {
    CohortResults actual{cohort.columns.rows, image_.treatments.size()};
    const CohortSpans spans = actual.spans();
    const std::size_t block = random_block(plan_, random), threads = 1 + below(4, random);
    const std::vector<std::size_t> cuts = random_cuts(cohort.columns.rows, random);
    const auto work = [&](std::size_t thread) {
      eval::CohortExecutor executor{plan_, shapes_, cohort.columns, spans, block, kernel};
      for (std::size_t i = thread; i + 1 < cuts.size(); i += threads) executor.run(cuts[i], cuts[i + 1], as_of);
    };
    {
      std::vector<std::jthread> others;
      for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
      work(0);
    }
    ++compared_.cohort_runs;
    std::string found = difference(cohort, actual,
                                   std::string{"the cohort, "} + kernel.level + ", in blocks of " +
                                       std::to_string(block) + " on " + std::to_string(threads) + " threads");
    if (!found.empty()) return found;
  }
  return {};
}

// Columns come slice by slice, each in a call of its own that writes into the results of all.
std::string Agreement::check_stream(const Cohort& cohort, Date as_of, std::mt19937& random) {
  CohortResults actual{cohort.columns.rows, image_.treatments.size()};
  const std::vector<std::size_t> cuts = random_cuts(cohort.columns.rows, random);
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const std::size_t rows = cuts[i + 1] - cuts[i];
    const CohortOptions options{static_cast<unsigned>(1 + below(4, random)), below(2, random) * below(1000, random)};
    if (!evaluate_cohort(engine_, slice(cohort.columns, cuts[i], rows), as_of, actual.spans(cuts[i], rows), options)
             .empty())
      return "evaluate_cohort refuses the columns";
    ++compared_.cohort_runs;
  }
  return difference(cohort, actual, "evaluate_cohort, in slices,");
}

}  // namespace vertebra::test
