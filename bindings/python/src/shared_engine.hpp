#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include <vertebra/engine.hpp>
#include <vertebra/vocabulary.hpp>

namespace vertebra::python {

// An engine for all threads of a program. Each call borrows what one evaluation needs, so there are as many of these as
// threads were ever inside at once.
class SharedEngine {
 public:
  struct Bench {
    explicit Bench(const Engine& engine) : evaluator{engine}, patient{engine} {}

    Evaluator evaluator;
    Patient patient;
  };

  // Gives the bench back when it ends.
  class Lease {
   public:
    explicit Lease(SharedEngine& owner) : owner_{owner}, bench_{owner.take()} {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { owner_.give_back(std::move(bench_)); }

    Bench* operator->() const noexcept { return bench_.get(); }

   private:
    SharedEngine& owner_;
    std::unique_ptr<Bench> bench_;
  };

  explicit SharedEngine(RuleSet rule_set) : engine_{std::move(rule_set)} {
    for (const FactInfo& fact : vertebra::facts(engine_.rule_set())) kinds_.push_back(fact.kind);
  }

  const Engine& engine() const noexcept { return engine_; }
  FactKind kind(FactId fact) const { return kinds_[fact.index]; }

 private:
  std::unique_ptr<Bench> take() {
    {
      const std::scoped_lock lock{mutex_};
      if (!idle_.empty()) {
        auto bench = std::move(idle_.back());
        idle_.pop_back();
        return bench;
      }
    }
    return std::make_unique<Bench>(engine_);
  }

  void give_back(std::unique_ptr<Bench> bench) {
    const std::scoped_lock lock{mutex_};
    idle_.push_back(std::move(bench));
  }

  Engine engine_;
  std::vector<FactKind> kinds_;  // As FactId.
  std::mutex mutex_;
  std::vector<std::unique_ptr<Bench>> idle_;
};

}  // namespace vertebra::python
