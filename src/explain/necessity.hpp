#pragma once

#include <cstdint>
#include <vector>

#include "eval/answers.hpp"
#include "eval/result.hpp"
#include "explain/claim.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// Tells facts that a claim cannot do without, all from one run. It spares running the rules once for each of them; of the
// others nothing is said.
class Necessity {
 public:
  // Both must outlive it.
  Necessity(const image::Image& image, const eval::Answers& nothing_known);

  // One mark a fact. The claim must hold in the run, whose answers break no consistency rule.
  const std::vector<std::uint8_t>& of(const Claim& claim, const eval::Result& result);

 private:
  void visit(std::uint32_t node);
  void visit_goals(const Claim& claim, const eval::Result& result);
  void visit_operands(const image::Gate& gate, Truth truth, const eval::Planes& planes);
  void mark(std::uint32_t test);
  void spare_those_that_follow(const eval::Result& result);

  const image::Image& image_;
  const eval::Answers& nothing_known_;
  std::vector<std::uint8_t> seen_;  // Nodes.
  std::vector<std::uint32_t> visited_;
  std::vector<std::uint32_t> pending_;
  std::vector<std::uint8_t> marks_;
};

}  // namespace vertebra::explain
