#pragma once

#include <cstdint>
#include <span>

#include "outcome.hpp"
#include "plan.hpp"

namespace peers {

enum class Truth : std::uint8_t { no, unknown, yes };

// Adds up and ranks what a rule engine has inferred: plain C++ around it, in the engine's favour.
class Assembler {
 public:
  explicit Assembler(const Plan& plan);
  // `truths` stand as outputs(plan). The result is overwritten by the next call.
  const Outcome& assemble(std::span<const Truth> truths);

 private:
  Truth at(Literal literal) const;
  void add_care();
  Verdict verdict(const Treatment& treatment) const;
  void add_scores(std::size_t index);
  void add_ranks();

  const Plan& plan_;
  std::vector<std::uint32_t> test_output_, gate_output_;
  std::span<const Truth> truths_;
  Truth deferred_ = Truth::no;
  Outcome outcome_;
  std::vector<std::uint32_t> order_;
};

}  // namespace peers
