#include "cohort_run.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <tuple>

#include "cohort_block.hpp"
#include "cohort_counts.hpp"
#include "refused.hpp"

namespace vertebra::python {
namespace {

constexpr std::size_t shown_problems = 20;
constexpr std::chrono::milliseconds between_calls{100};
constexpr std::size_t rows_alone = 256;  // That a thread takes at once, where each goes by itself.

class Run {
 public:
  Run(const SharedEngine& engine, const CohortInput& input, const RunOptions& options)
      : engine_{engine},
        input_{input},
        options_{options},
        output_{engine.engine().rule_set(), options.parts, input.rows()},
        counts_{counter().counts()} {}

  std::shared_ptr<const ResultColumns> run() {
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

  // Of one thread, where all take the same.
  std::size_t share() const { return input_.rows() / std::max(1U, options_.threads) + 1; }

  Counter counter() const { return {engine_.engine().rule_set(), options_.parts, options_.sweep}; }

  // What one thread needs.
  struct Bench {
    explicit Bench(const Run& run)
        : evaluator{run.engine_.engine()},
          patient{run.engine_.engine()},
          block{run.engine_, run.input_},
          counted{run.counter()} {}

    Evaluator evaluator;
    Patient patient;
    CohortBlock block;
    CohortInput::Block cells;
    Counter counted;
    std::vector<CellProblem> problems;
  };

  void work() {
    Bench bench{*this};
    while (!stopped_) {
      const std::size_t begin = next_.fetch_add(block_rows_);
      if (begin >= input_.rows()) break;
      const std::size_t count = std::min(block_rows_, input_.rows() - begin);
      evaluate(begin, count, bench);
      done_ += count;
    }
    const std::scoped_lock lock{mutex_};
    add(bench.counted.counts(), counts_);
    problems_.insert(problems_.end(), bench.problems.begin(), bench.problems.end());
    --running_;
    ended_.notify_all();
  }

  // Each thread takes blocks in ascending order, so its first problems are those of its first rows.
  void evaluate(std::size_t begin, std::size_t count, Bench& bench) {
    if (by_columns_) {
      const auto& alone = bench.block.run(begin, count, options_.as_of, output_);
      if (alone.empty()) return;
      input_.read(begin, count, bench.cells);
      for (const std::size_t row : alone) evaluate_alone(begin, row, bench);
    } else {
      input_.read(begin, count, bench.cells);
      for (std::size_t row = 0; row < count; ++row) evaluate_alone(begin, row, bench);
    }
  }

  void evaluate_alone(std::size_t begin, std::size_t row, Bench& bench) {
    if (stopped_) return;
    const std::size_t before = bench.problems.size();
    input_.record(bench.cells, begin, row, bench.patient, bench.problems);
    refused_ += bench.problems.size() - before;
    if (bench.problems.size() > shown_problems) bench.problems.resize(shown_problems);
    if (refused_ > 0) return;
    const Outcome& outcome = bench.evaluator.evaluate(bench.patient, options_.as_of);
    output_.write(begin + row, outcome);
    bench.counted.count(bench.evaluator, bench.patient, outcome);
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
  const RunOptions& options_;
  const bool by_columns_ = options_.sweep == nullptr && CohortBlock::can_say(options_.parts);
  const std::size_t block_rows_ = by_columns_ ? std::min(CohortBlock::rows, share()) : rows_alone;
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

std::shared_ptr<const ResultColumns> run_cohort(const SharedEngine& engine, const CohortInput& input,
                                                const RunOptions& options) {
  return Run{engine, input, options}.run();
}

}  // namespace vertebra::python
