#pragma once

#include <cstdint>
#include <vector>

#include "eval/answers.hpp"
#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// About how many facts it takes to give things the truth they have, where of several ways the one with the fewest is taken:
// by this an answer chooses among the true operands of an `or`. Facts that two operands share are counted twice.
class Costs {
 public:
  explicit Costs(const image::Image& image);

  // Reads the planes of a run. Facts whose answer alone does not tell, but follows from others, count more: they are those
  // whose domain is not what was answered.
  void read(const eval::Result& result, const eval::Answers& answers);

  std::uint32_t of_fact(std::uint32_t fact) const noexcept { return facts_[fact]; }
  std::uint32_t of(image::Literal literal) const noexcept { return nodes_[literal.node()]; }

 private:
  std::uint32_t of_gate(const image::Gate& gate, Truth truth, const eval::Planes& planes);
  std::uint32_t of_sum(const image::Sum& sum, const eval::Planes& planes) const;

  const image::Image& image_;
  std::vector<std::uint32_t> facts_;
  std::vector<std::uint32_t> nodes_;
  std::vector<std::uint32_t> operands_;
};

// Costs stop growing here, so that no sum of them overflows.
inline constexpr std::uint32_t most_cost = 1U << 20;

}  // namespace vertebra::explain
