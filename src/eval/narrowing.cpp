#include "eval/narrowing.hpp"

#include <algorithm>

#include "eval/domain.hpp"

namespace vertebra::eval {

Narrowing::Narrowing(const image::Image& image) : image_{image} {
  const auto facts = static_cast<std::uint32_t>(image.facts.size());
  for (std::uint32_t fact = 0; fact < facts; ++fact) full_.push_back(full_domain(image, fact));
  answers_ = full_;
  steps_.reserve(image.clauses.size());
  seen_.resize(facts);
  dropped_.resize(facts);
  pending_.reserve(facts);
}

std::span<const image::Part> Narrowing::parts_of(std::uint32_t clause) const {
  const image::Range range = image_.clauses[clause].parts;
  return std::span{image_.parts}.subspan(range.begin, range.size());
}

void Narrowing::run(std::span<const Domain> answers, Result& result) {
  result.conflicts.clear();
  result.set_aside.clear();
  std::ranges::copy(answers, result.domains.begin());
  if (image_.clauses.empty()) return;
  std::ranges::copy(answers, answers_.begin());
  narrow(result.domains);
  for (std::uint32_t broken = first_broken(result.domains); broken != image::none;
       broken = first_broken(result.domains)) {
    const std::size_t before = result.set_aside.size();
    set_aside(broken, result);
    if (result.set_aside.size() == before) return;  // Nobody can obey this rule; loading refuses such rules.
    std::ranges::copy(answers_, result.domains.begin());
    narrow(result.domains);
  }
}

void Narrowing::narrow(std::vector<Domain>& domains) {
  steps_.clear();
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t clause = 0; clause < image_.clauses.size(); ++clause) changed |= apply(clause, domains);
  }
}

// When all parts of a clause but one hold, the last cannot.
bool Narrowing::apply(std::uint32_t clause, std::vector<Domain>& domains) {
  const image::Part* open = nullptr;
  for (const image::Part& part : parts_of(clause)) {
    const Truth truth = holds(image_, part, domains[part.fact]);
    if (truth == Truth::no || (truth == Truth::unknown && open != nullptr)) return false;
    if (truth == Truth::unknown) open = &part;
  }
  if (open == nullptr) return false;
  exclude(image_, *open, domains[open->fact]);
  steps_.push_back({clause, open->fact});
  return true;
}

std::uint32_t Narrowing::first_broken(const std::vector<Domain>& domains) const {
  for (std::uint32_t clause = 0; clause < image_.clauses.size(); ++clause) {
    const bool broken = std::ranges::all_of(parts_of(clause), [&](const image::Part& part) {
      return holds(image_, part, domains[part.fact]) == Truth::yes;
    });
    if (broken) return clause;
  }
  return image::none;
}

void Narrowing::set_aside(std::uint32_t clause, Result& result) {
  std::ranges::fill(seen_, 0);
  std::ranges::fill(dropped_, 0);
  collect(image_.clauses[clause].set_aside);
  if (std::ranges::find(dropped_, 1) == dropped_.end()) {
    for (const image::Part& part : parts_of(clause)) collect(part.fact);
  }
  const auto first = static_cast<std::uint32_t>(result.set_aside.size());
  for (std::uint32_t fact = 0; fact < dropped_.size(); ++fact) {
    if (dropped_[fact] == 0) continue;
    answers_[fact] = full_[fact];
    result.set_aside.push_back(fact);
  }
  result.conflicts.push_back({clause, first, static_cast<std::uint32_t>(result.set_aside.size())});
}

// The fact's own answer, or those that it was narrowed from.
void Narrowing::collect(std::uint32_t fact) {
  pending_.clear();
  const auto visit = [&](std::uint32_t each) {
    if (seen_[each] != 0) return;
    seen_[each] = 1;
    pending_.push_back(each);
  };
  visit(fact);
  while (!pending_.empty()) {
    const std::uint32_t each = pending_.back();
    pending_.pop_back();
    if (is_answered(each)) {
      dropped_[each] = 1;
      continue;
    }
    for (const Step& step : steps_) {
      if (step.fact != each) continue;
      for (const image::Part& part : parts_of(step.clause)) {
        if (part.fact != each) visit(part.fact);
      }
    }
  }
}

}  // namespace vertebra::eval
