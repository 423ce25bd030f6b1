#include "eval/domain.hpp"

#include <algorithm>

namespace vertebra::eval {
namespace {

bool is_quantity(const image::Image& image, std::uint32_t fact) {
  return image.facts[fact].type == base::FactType::quantity;
}

// The number of cuts that the value lies above.
std::uint32_t cell_of(const image::Image& image, const image::Fact& fact, double value) {
  const auto first = image.tests.begin() + fact.tests.begin;
  const auto last = image.tests.begin() + fact.tests.end;
  const auto above = std::partition_point(
      first, last, [value](const image::Test& test) { return test.strict ? value > test.value : value >= test.value; });
  return static_cast<std::uint32_t>(above - first);
}

}  // namespace

Domain full_domain(const image::Image& image, std::uint32_t fact) {
  const image::Fact& each = image.facts[fact];
  switch (each.type) {
    case base::FactType::boolean: return {0b11, 0, 0};
    case base::FactType::quantity: return {0, cell_of(image, each, each.min), cell_of(image, each, each.max)};
    case base::FactType::choice: break;
  }
  const std::uint32_t size = each.choices.size();
  return {size >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1, 0, 0};
}

Domain domain_of(const image::Image& image, std::uint32_t fact, const base::Possible& possible) {
  if (!possible.known) return full_domain(image, fact);
  if (!is_quantity(image, fact)) return {possible.cells, 0, 0};
  const image::Fact& each = image.facts[fact];
  return {0, cell_of(image, each, possible.low), cell_of(image, each, possible.high)};
}

Truth holds(const image::Image& image, const image::Part& part, const Domain& domain) {
  if (is_quantity(image, part.fact)) {
    if (domain.low >= part.low && domain.high <= part.high) return Truth::yes;
    return domain.high < part.low || domain.low > part.high ? Truth::no : Truth::unknown;
  }
  if ((domain.cells & ~part.cells) == 0) return Truth::yes;
  return (domain.cells & part.cells) == 0 ? Truth::no : Truth::unknown;
}

// A part of a quantity is one side of a cut, so what is left is an interval again.
void exclude(const image::Image& image, const image::Part& part, Domain& domain) {
  if (!is_quantity(image, part.fact)) {
    domain.cells &= ~part.cells;
  } else if (part.low == 0) {
    domain.low = std::max(domain.low, part.high + 1);
  } else {
    domain.high = std::min(domain.high, part.low - 1);
  }
}

}  // namespace vertebra::eval
