#include "eval/domain.hpp"

#include <algorithm>

namespace vertebra::eval {
namespace {

bool is_quantity(const image::Image& image, std::uint32_t fact) {
  return image.facts[fact].type == base::FactType::quantity;
}

bool lies_above(const image::Test& cut, double value) { return cut.strict ? value > cut.value : value >= cut.value; }

// The number of cuts that the value lies above.
std::uint32_t cell_of(const image::Image& image, const image::Fact& fact, double value) {
  const image::Test* const first = image.tests.data() + fact.tests.begin;
  const image::Test* const last = image.tests.data() + fact.tests.end;
  const auto* above = std::partition_point(first, last, [=](const image::Test& cut) { return lies_above(cut, value); });
  return static_cast<std::uint32_t>(above - first);
}

bool lies_in(const image::Image& image, const image::Fact& fact, std::uint32_t cell, double value) {
  const image::Test* const cuts = image.tests.data() + fact.tests.begin;
  return (cell == 0 || lies_above(cuts[cell - 1], value)) &&
         (cell >= fact.tests.size() || !lies_above(cuts[cell], value));
}

}  // namespace

Domain full_domain(const image::Image& image, std::uint32_t fact) {
  const image::Fact& each = image.facts.data()[fact];
  if (each.type != base::FactType::quantity) return {every_cell(each), 0, 0};
  return domain_of_range(image, each, each.min, each.max);
}

bool is_whole_range(const image::Image& image, const image::Fact& fact, Domain domain) {
  return lies_in(image, fact, domain.low, fact.min) && lies_in(image, fact, domain.high, fact.max);
}

Domain domain_of_range(const image::Image& image, const image::Fact& fact, double low, double high) {
  const std::uint32_t first = cell_of(image, fact, low);
  return {0, first, high == low ? first : cell_of(image, fact, high)};
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
