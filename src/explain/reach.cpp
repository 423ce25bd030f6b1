#include "explain/reach.hpp"

#include <algorithm>
#include <bit>

namespace vertebra::explain {

Reach::Reach(const image::Image& image, const eval::Planes& planes)
    : image_{image}, planes_{planes}, seen_(image.node_end()), collected_(image.facts.size()) {
  facts_.reserve(image.facts.size());
  pending_.reserve(image.node_end());
}

void Reach::visit(std::uint32_t node) {
  if (seen_[node] == round_) return;
  seen_[node] = round_;
  pending_.push_back(node);
}

void Reach::add(image::Literal literal) {
  visit(literal.node());
  while (!pending_.empty()) {
    const std::uint32_t node = pending_.back();
    pending_.pop_back();
    if (node < image_.first_gate) {
      const std::uint32_t fact = image_.tests[node].fact;
      if (collected_[fact] != round_) facts_.push_back(fact);
      collected_[fact] = round_;
    } else if (node < image_.first_sum) {
      push_operands(image_.gates[node - image_.first_gate], planes_.at(node));
    } else {
      push_members(image_.sums[node - image_.first_sum], planes_.at(node));
    }
  }
}

void Reach::push_operands(const image::Gate& gate, Truth truth) {
  const auto push = [&](std::uint32_t word, std::uint64_t bits, bool negated) {
    for (; bits != 0; bits &= bits - 1) {
      const std::uint32_t node = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
      const image::Literal literal{node * 2 + (negated ? 1U : 0U)};
      const bool is_scope = literal == gate.scope && truth != Truth::unknown;
      if (planes_.at(literal) == truth && !is_scope) visit(node);
    }
  };
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const image::Term& term = image_.terms[i];
    push(term.word, term.positive, false);
    push(term.word, term.negative, true);
  }
}

// A sum is decided by all members that are known, points or none, and waits on those that are not.
void Reach::push_members(const image::Sum& sum, Truth truth) {
  for (std::uint32_t i = sum.members.begin; i < sum.members.end; ++i) {
    const image::Literal when = image_.members[i].when;
    if ((planes_.at(when) == Truth::unknown) == (truth == Truth::unknown)) visit(when.node());
  }
}

void Reach::clear() noexcept {
  facts_.clear();
  if (++round_ != 0) return;
  std::ranges::fill(seen_, 0);
  std::ranges::fill(collected_, 0);
  round_ = 1;
}

std::vector<std::string_view> Reach::take() {
  std::ranges::sort(facts_);
  std::vector<std::string_view> result;
  for (const std::uint32_t fact : facts_) result.push_back(image_.view(image_.facts[fact].id));
  clear();
  return result;
}

}  // namespace vertebra::explain
