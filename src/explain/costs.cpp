#include "explain/costs.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "eval/order.hpp"

namespace vertebra::explain {
namespace {

constexpr std::uint32_t derived_fact = 3;

}  // namespace

Costs::Costs(const image::Image& image) : image_{image}, facts_(image.facts.size()), nodes_(image.node_end()) {}

void Costs::read(const eval::Result& result, const eval::Answers& answers) {
  std::ranges::fill(facts_, 1);
  for (std::uint32_t word = 0; word < answers.tests().yes.size(); ++word) {
    std::uint64_t learned = result.planes.yes[word] & ~answers.tests().yes[word];
    learned |= result.planes.no[word] & ~answers.tests().no[word];
    for (; learned != 0; learned &= learned - 1)
      facts_[image_.tests[word * 64 + static_cast<std::uint32_t>(std::countr_zero(learned))].fact] = derived_fact;
  }
  for (std::size_t test = 0; test < image_.tests.size(); ++test) nodes_[test] = facts_[image_.tests[test].fact];
  const auto gates = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t gate = first; gate < last; ++gate) {
      const std::uint32_t node = image_.first_gate + gate;
      nodes_[node] = of_gate(image_.gates[gate], result.planes.at(node), result.planes);
    }
  };
  eval::in_order(image_, gates,
                 [&](std::uint32_t sum) { nodes_[image_.first_sum + sum] = of_sum(image_.sums[sum], result.planes); });
}

std::uint32_t Costs::of_gate(const image::Gate& gate, Truth truth, const eval::Planes& planes) {
  if (truth == Truth::unknown) return most_cost;
  operands_.clear();
  const auto add = [&](std::uint32_t word, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1)
      operands_.push_back(nodes_[word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits))]);
  };
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const image::Term& term = image_.terms[i];
    const bool yes = truth == Truth::yes;
    add(term.word, term.positive & (yes ? planes.yes[term.word] : planes.no[term.word]));
    add(term.word, term.negative & (yes ? planes.no[term.word] : planes.yes[term.word]));
  }
  const std::size_t needed = truth == Truth::yes ? gate.count : gate.size - gate.count + 1;
  if (operands_.size() > needed)
    std::ranges::nth_element(operands_, operands_.begin() + static_cast<std::ptrdiff_t>(needed));
  operands_.resize(std::min(needed, operands_.size()));
  return std::min(most_cost, std::accumulate(operands_.begin(), operands_.end(), 0U));
}

std::uint32_t Costs::of_sum(const image::Sum& sum, const eval::Planes& planes) const {
  std::uint32_t cost = 0;
  for (std::uint32_t i = sum.members.begin; i < sum.members.end; ++i) {
    const image::Literal when = image_.members[i].when;
    if (planes.at(when) != Truth::unknown) cost = std::min(most_cost, cost + nodes_[when.node()]);
  }
  return cost;
}

}  // namespace vertebra::explain
