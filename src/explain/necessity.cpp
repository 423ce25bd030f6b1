#include "explain/necessity.hpp"

#include <algorithm>
#include <bit>

namespace vertebra::explain {

Necessity::Necessity(const image::Image& image, const eval::Answers& nothing_known)
    : image_{image}, nothing_known_{nothing_known}, seen_(image.node_end()), marks_(image.facts.size()) {}

void Necessity::visit(std::uint32_t node) {
  if (seen_[node] != 0) return;
  seen_[node] = 1;
  visited_.push_back(node);
  pending_.push_back(node);
}

// Down through operands of which not one may be missing: were it open, so would be all above it. Sums are left alone.
const std::vector<std::uint8_t>& Necessity::of(const Claim& claim, const eval::Result& result) {
  std::ranges::fill(marks_, 0);
  visit_goals(claim, result);
  while (!pending_.empty()) {
    const std::uint32_t node = pending_.back();
    pending_.pop_back();
    if (node < image_.first_gate) {
      mark(node);
    } else if (node < image_.first_sum) {
      visit_operands(image_.gates[node - image_.first_gate], result.planes.at(node), result.planes);
    }
  }
  for (const std::uint32_t node : visited_) seen_[node] = 0;
  visited_.clear();
  spare_those_that_follow(result);
  return marks_;
}

void Necessity::visit_goals(const Claim& claim, const eval::Result& result) {
  for (const Claim::Goal& each : claim.goals) visit(each.literal.node());
  std::uint32_t reasons = 0;
  std::uint32_t reason = 0;
  for (const image::RedFlag& flag : image_.red_flags) {
    if (claim.below != image::none && flag.level >= claim.below) visit(flag.holds.node());
    if (claim.at_least == 0 || flag.level < claim.at_least || result.planes.at(flag.holds) != Truth::yes) continue;
    ++reasons;
    reason = flag.holds.node();
  }
  if (reasons == 1) visit(reason);
}

void Necessity::visit_operands(const image::Gate& gate, Truth truth, const eval::Planes& planes) {
  const bool yes = truth == Truth::yes;
  const auto deciding = [&](const image::Term& term) {
    const std::uint64_t same = yes ? planes.yes[term.word] : planes.no[term.word];
    const std::uint64_t other = yes ? planes.no[term.word] : planes.yes[term.word];
    return std::pair{term.positive & same, term.negative & other};
  };
  std::size_t count = 0;
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const auto [positive, negative] = deciding(image_.terms[i]);
    count += static_cast<std::size_t>(std::popcount(positive) + std::popcount(negative));
  }
  if (count != (yes ? gate.count : gate.size - gate.count + 1)) return;
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const auto [positive, negative] = deciding(image_.terms[i]);
    for (std::uint64_t bits = positive | negative; bits != 0; bits &= bits - 1)
      visit(image_.terms[i].word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
  }
}

// A test that says the same of every value asks for no answer.
void Necessity::mark(std::uint32_t test) {
  const std::uint32_t fact = image_.tests[test].fact;
  const eval::Domain& all = nothing_known_[fact];
  const std::uint32_t number = test - image_.facts[fact].tests.begin;
  const bool is_open =
      image_.facts[fact].type == base::FactType::quantity
          ? all.low <= number && number < all.high
          : (all.cells & image_.tests[test].cells) != 0 && (all.cells & ~image_.tests[test].cells) != 0;
  if (is_open) marks_[fact] = 1;
}

// A fact may do without its answer where others leave no doubt about it: where all parts of a clause hold but those about it.
void Necessity::spare_those_that_follow(const eval::Result& result) {
  for (const image::Clause& clause : image_.clauses) {
    std::uint32_t open = image::none;
    bool one = true;
    for (std::uint32_t i = clause.parts.begin; i < clause.parts.end; ++i) {
      const image::Part& part = image_.parts[i];
      if (result.planes.at(part.literal) == Truth::yes) continue;
      one = one && (open == image::none || open == part.fact);
      open = part.fact;
    }
    if (one && open != image::none) marks_[open] = 0;
  }
}

}  // namespace vertebra::explain
