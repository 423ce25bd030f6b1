#pragma once

#include <memory>
#include <string>
#include <vector>

#include "assemble.hpp"
#include "plan.hpp"

namespace peers {

// The rules in CLIPS: answers are asserted as facts, rules infer what follows in both directions, and what they infer is
// added up around it.
class Clips {
 public:
  // `rules` names a file. Ends the program with a message when CLIPS does not load it.
  Clips(const Plan& plan, const std::string& rules);
  Clips(const Clips&) = delete;
  Clips& operator=(const Clips&) = delete;
  ~Clips();

  // One number a fact of the plan. The result is overwritten by the next call.
  const Outcome& advise(const double* answers);

 private:
  struct Engine;
  void tell(std::size_t fact, double answer);

  const Plan& plan_;
  std::unique_ptr<Engine> engine_;
  std::vector<Truth> truths_;
  Assembler assembler_;
};

}  // namespace peers
