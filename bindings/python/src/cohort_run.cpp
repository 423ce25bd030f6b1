#include "cohort_run.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <tuple>

#include "cohort_counts.hpp"
#include "refused.hpp"

namespace vertebra::python {
namespace {

constexpr std::size_t shown_problems = 20;
constexpr std::chrono::milliseconds between_calls{100};

class Run {
 public:
  Run(const SharedEngine& engine, const CohortInput& input, const CohortOptions& options)
      : engine_{engine},
        input_{input},
        options_{options},
        output_{engine.engine().rule_set(), options.parts, input.rows()},
        counts_{counter().counts()} {}

  std::shared_ptr<const CohortColumns> run() {
    {
      std::vector<std::jthread> threads;
      const Stop stop{*this};
      running_ = std::max(1U, options_.threads);
      for (unsigned index = 0; index < std::max(1U, options_.threads); ++index)
        threads.emplace_back([this] { work(); });
      wait();
    }
    refuse();
    return output_.take(std::move(counts_));
  }

 private:
  // Ends the threads, however the run ends.
  struct Stop {
    Run& run;
    ~Stop() { run.stopped_ = true; }
  };

  Counter counter() const { return {engine_.engine().rule_set(), options_.parts, options_.sweep}; }

  void work() {
    Evaluator evaluator{engine_.engine()};
    Patient patient{engine_.engine()};
    CohortInput::Block block;
    std::vector<CellProblem> problems;
    Counter counted = counter();
    while (!stopped_) {
      const std::size_t begin = next_.fetch_add(CohortInput::block_rows);
      if (begin >= input_.rows()) break;
      const std::size_t count = std::min(CohortInput::block_rows, input_.rows() - begin);
      evaluate(begin, count, evaluator, patient, block, problems, counted);
      done_ += count;
    }
    const std::scoped_lock lock{mutex_};
    add(counted.counts(), counts_);
    problems_.insert(problems_.end(), problems.begin(), problems.end());
    --running_;
    ended_.notify_all();
  }

  // Each thread takes blocks in ascending order, so its first problems are those of its first rows.
  void evaluate(std::size_t begin, std::size_t count, Evaluator& evaluator, Patient& patient, CohortInput::Block& block,
                std::vector<CellProblem>& problems, Counter& counted) {
    input_.read(begin, count, block);
    for (std::size_t row = 0; row < count && !stopped_; ++row) {
      const std::size_t before = problems.size();
      input_.record(block, begin, row, patient, problems);
      refused_ += problems.size() - before;
      if (problems.size() > shown_problems) problems.resize(shown_problems);
      if (refused_ > 0) continue;
      const Outcome& outcome = evaluator.evaluate(patient, options_.as_of);
      output_.write(begin + row, outcome);
      counted.count(evaluator, patient, outcome);
    }
  }

  void wait() {
    std::unique_lock lock{mutex_};
    while (!ended_.wait_for(lock, between_calls, [this] { return running_ == 0; })) {
      lock.unlock();
      options_.meanwhile(done_);
      lock.lock();
    }
  }

  void refuse() {
    if (refused_ == 0) return;
    std::ranges::sort(problems_, {}, [](const CellProblem& each) { return std::tuple{each.row, each.column}; });
    std::vector<Diagnostic> shown;
    for (const CellProblem& each : problems_) {
      if (shown.size() < shown_problems) shown.push_back(each.problem);
    }
    if (refused_ > shown.size())
      shown.back().help += "; " + std::to_string(refused_ - shown.size()) + " more cells do not fit";
    throw Refused{"CohortError", std::move(shown)};
  }

  const SharedEngine& engine_;
  const CohortInput& input_;
  const CohortOptions& options_;
  CohortOutput output_;
  CohortCounts counts_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::size_t> done_{0};
  std::atomic<std::size_t> refused_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::condition_variable ended_;
  unsigned running_ = 0;
  std::vector<CellProblem> problems_;
};

}  // namespace

std::shared_ptr<const CohortColumns> run_cohort(const SharedEngine& engine, const CohortInput& input,
                                                const CohortOptions& options) {
  return Run{engine, input, options}.run();
}

}  // namespace vertebra::python
