#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <vertebra/interview.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>
#include <vertebra/rule_set.hpp>
#include <vertebra/what_if.hpp>
#include <vertebra/why.hpp>

namespace vertebra {

// A rule set ready to run. Immutable: share one among threads.
class Engine {
 public:
  explicit Engine(RuleSet rule_set) : rule_set_{std::move(rule_set)} {}

  const RuleSet& rule_set() const noexcept { return rule_set_; }
  // Nothing when no fact has this id.
  std::optional<FactId> fact(std::string_view id) const noexcept;

 private:
  RuleSet rule_set_;
};

// Runs an engine over patients, one at a time. Belongs to one thread: it owns the scratch memory, and allocates nothing
// once it has run. Evaluating cannot fail: everything that can be wrong was refused when the rules or answers were read.
class Evaluator {
 public:
  explicit Evaluator(const Engine& engine);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;
  ~Evaluator();

  // The result is overwritten by the next call. `patient` must have been made for the same engine.
  const Outcome& evaluate(const Patient& patient, Date as_of);

  // What to ask next, the most telling first; empty when all of `until` is certain. Evaluates the patient, so that the
  // outcome of evaluate() is then this patient's. The list is overwritten by the next call.
  const std::vector<Question>& ask_next(const Patient& patient, Date as_of, Until until = Until::everything);

  // Runs the patient again, and then with fewer answers, to find those that decide; leaves the last outcome as it is.
  WhyReply why(const Patient& patient, Date as_of, const WhyQuestion& question);

  // What would be otherwise with the answers of `changed`, and the fewest other answers that reach a goal: what_if.hpp. Both
  // leave the last outcome as it is. Patients must have been made for the same engine.
  Difference what_if(const Patient& patient, const Patient& changed, Date as_of) const;
  CounterfactualReply counterfactuals(const Patient& patient, Date as_of, const Goal& goal) const;

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace vertebra
