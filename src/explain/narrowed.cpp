#include "explain/narrowed.hpp"

#include "eval/domain.hpp"

namespace vertebra::explain {
namespace {

// When all parts of a clause but one hold, the last cannot.
bool apply(const image::Image& image, std::uint32_t clause, std::vector<eval::Domain>& domains, Narrowed& steps) {
  const image::Part* open = nullptr;
  const image::Range parts = image.clauses[clause].parts;
  for (std::uint32_t i = parts.begin; i < parts.end; ++i) {
    const image::Part& part = image.parts[i];
    const Truth truth = eval::holds(image, part, domains[part.fact]);
    if (truth == Truth::no || (truth == Truth::unknown && open != nullptr)) return false;
    if (truth == Truth::unknown) open = &part;
  }
  if (open == nullptr) return false;
  eval::exclude(image, *open, domains[open->fact]);
  steps.push_back({clause, open->fact, domains[open->fact]});
  return true;
}

}  // namespace

Narrowed narrowed(const image::Image& image, const eval::Answers& answers) {
  std::vector<eval::Domain> domains{answers.domains().begin(), answers.domains().end()};
  Narrowed steps;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::uint32_t clause = 0; clause < image.clauses.size(); ++clause)
      changed |= apply(image, clause, domains, steps);
  }
  return steps;
}

}  // namespace vertebra::explain
