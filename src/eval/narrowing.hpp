#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "eval/answers.hpp"
#include "eval/clause_groups.hpp"
#include "eval/exclusions.hpp"
#include "eval/kernel.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Applies the consistency rules to one patient: takes away values that no consistent patient has, and sets aside answers
// that break a rule, until none is broken. Owns its scratch; allocates only when made.
//
// The rules are first looked at as gates over the tests, and only one that can take something away or is broken is looked
// at more closely. Without a conflict the order in which rules are applied does not matter; with one it does, because it
// decides which answers a value was narrowed from, and then all begins again rule by rule.
class Narrowing {
 public:
  // Both must outlive it.
  Narrowing(const image::Image& image, const Kernel& kernel);

  // Fills the tests of Result::planes, conflicts and set_aside.
  void run(const Answers& answers, Result& result);

 private:
  struct Step {  // A clause took values from a fact.
    std::uint32_t clause;
    std::uint32_t fact;
  };
  enum class Change : std::uint8_t { none, narrowed, broken };

  std::span<const image::Part> parts_of(std::uint32_t clause) const;
  bool is_answered(std::uint32_t fact) const { return !(answers_[fact] == full_[fact]); }
  bool settle(const Answers& answers, Planes& planes);
  Change settle_clause(std::uint32_t clause, const Answers& answers, Planes& planes);
  void exclude_choice(const image::Part& part, const Answers& answers, Planes& planes);
  void resolve(const Answers& answers, Result& result);
  void narrow();
  bool apply(std::uint32_t clause);
  std::uint32_t first_broken() const;
  void set_aside(std::uint32_t clause, Result& result);
  void collect(std::uint32_t fact);

  const image::Image& image_;
  const Kernel& kernel_;
  ClauseGroups clauses_;
  Exclusions exclusions_;
  ClausePairs pairs_;
  std::vector<Domain> full_;
  std::vector<Domain> answers_;           // Those that still stand.
  std::vector<Domain> domains_;           // After narrowing; in settle() only those of changed_.
  std::vector<std::uint8_t> is_changed_;  // Facts of changed_.
  std::vector<std::uint32_t> changed_;
  std::vector<Step> steps_;
  std::vector<std::uint8_t> seen_;     // Facts visited by collect().
  std::vector<std::uint8_t> dropped_;  // Facts whose answers collect() found.
  std::vector<std::uint32_t> pending_;
};

}  // namespace vertebra::eval
