#include "eval/narrowing.hpp"

#include <algorithm>
#include <bit>

#include "eval/domain.hpp"

namespace vertebra::eval {

Narrowing::Narrowing(const image::Image& image, const Kernel& kernel)
    : image_{image},
      kernel_{kernel},
      clauses_{group_clauses(image)},
      exclusions_{find_exclusions(image)},
      pairs_{pair_clauses(image, exclusions_)} {
  const auto facts = static_cast<std::uint32_t>(image.facts.size());
  for (std::uint32_t fact = 0; fact < facts; ++fact) full_.push_back(full_domain(image, fact));
  answers_ = full_;
  domains_ = full_;
  is_changed_.resize(facts);
  changed_.reserve(facts);
  steps_.reserve(image.clauses.size());
  seen_.resize(facts);
  dropped_.resize(facts);
  pending_.reserve(facts);
}

std::span<const image::Part> Narrowing::parts_of(std::uint32_t clause) const {
  const image::Range range = image_.clauses[clause].parts;
  return std::span{image_.parts}.subspan(range.begin, range.size());
}

void Narrowing::run(const Answers& answers, Result& result) {
  result.conflicts.clear();
  result.set_aside.clear();
  const Planes& tests = answers.tests();
  for (std::size_t i = 0, words = tests.yes.size(); i < words; ++i) {
    result.planes.yes.data()[i] = tests.yes.data()[i];
    result.planes.no.data()[i] = tests.no.data()[i];
  }
  const bool together = pairs_.complete && !answers.has_partial_choice();
  const bool settled = together ? kernel_.narrow(pairs_, result.planes.yes.data(), result.planes.no.data())
                                : settle(answers, result.planes);
  if (!settled) resolve(answers, result);
}

// False when a rule is broken.
bool Narrowing::settle(const Answers& answers, Planes& planes) {
  const auto end = static_cast<std::uint32_t>(clauses_.groups.size());
  bool broken = false;
  for (bool changed = true; changed && !broken;) {
    changed = false;
    std::uint32_t which = 0;
    for (std::uint32_t group = 0; !broken; ++group) {
      group = kernel_.find(clauses_, group, planes.yes.data(), planes.no.data(), which);
      if (group == end) break;
      for (; which != 0 && !broken; which &= which - 1) {
        const auto lane = static_cast<std::uint32_t>(std::countr_zero(which));
        const Change change = settle_clause(clauses_.groups[group].clause + lane, answers, planes);
        changed |= change == Change::narrowed;
        broken = change == Change::broken;
      }
    }
  }
  for (const std::uint32_t fact : changed_) is_changed_[fact] = 0;
  changed_.clear();
  return !broken;
}

Narrowing::Change Narrowing::settle_clause(std::uint32_t clause, const Answers& answers, Planes& planes) {
  const image::Part* open = nullptr;
  const image::Range range = image_.clauses.data()[clause].parts;
  for (const image::Part& part : std::span{image_.parts.data() + range.begin, range.size()}) {
    const Truth truth = planes.at(part.literal);
    if (truth == Truth::no || (truth == Truth::unknown && open != nullptr)) return Change::none;
    if (truth == Truth::unknown) open = &part;
  }
  if (open == nullptr) return Change::broken;
  const Exclusion& exclusion = exclusions_.parts.data()[open - image_.parts.data()];
  if (exclusion.depends_on_answer &&
      (exclusion.concerns_others || !(answers[open->fact] == full_.data()[open->fact]))) {
    exclude_choice(*open, answers, planes);
  } else {
    for (std::uint32_t i = exclusion.bits.begin; i < exclusion.bits.end; ++i) {
      const TestBits& bits = exclusions_.bits.data()[i];
      planes.yes.data()[bits.word] |= bits.yes;
      planes.no.data()[bits.word] |= bits.no;
    }
  }
  return exclusion.concerns_others ? Change::narrowed : Change::none;
}

void Narrowing::exclude_choice(const image::Part& part, const Answers& answers, Planes& planes) {
  Domain& domain = domains_[part.fact];
  if (is_changed_[part.fact] == 0) {
    is_changed_[part.fact] = 1;
    changed_.push_back(part.fact);
    domain = answers[part.fact];
  }
  exclude(image_, part, domain);
  write_tests(image_, part.fact, domain, planes);
}

void Narrowing::resolve(const Answers& answers, Result& result) {
  std::ranges::copy(answers.domains(), answers_.begin());
  narrow();
  for (std::uint32_t broken = first_broken(); broken != image::none; broken = first_broken()) {
    const std::size_t before = result.set_aside.size();
    set_aside(broken, result);
    if (result.set_aside.size() == before) break;  // Nobody can obey this rule; loading refuses such rules.
    narrow();
  }
  for (std::uint32_t fact = 0; fact < domains_.size(); ++fact) write_tests(image_, fact, domains_[fact], result.planes);
}

void Narrowing::narrow() {
  std::ranges::copy(answers_, domains_.begin());
  steps_.clear();
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t clause = 0; clause < image_.clauses.size(); ++clause) changed |= apply(clause);
  }
}

// When all parts of a clause but one hold, the last cannot.
bool Narrowing::apply(std::uint32_t clause) {
  const image::Part* open = nullptr;
  for (const image::Part& part : parts_of(clause)) {
    const Truth truth = holds(image_, part, domains_[part.fact]);
    if (truth == Truth::no || (truth == Truth::unknown && open != nullptr)) return false;
    if (truth == Truth::unknown) open = &part;
  }
  if (open == nullptr) return false;
  exclude(image_, *open, domains_[open->fact]);
  steps_.push_back({clause, open->fact});
  return true;
}

std::uint32_t Narrowing::first_broken() const {
  for (std::uint32_t clause = 0; clause < image_.clauses.size(); ++clause) {
    const bool broken = std::ranges::all_of(parts_of(clause), [&](const image::Part& part) {
      return holds(image_, part, domains_[part.fact]) == Truth::yes;
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
