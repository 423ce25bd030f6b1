#include "eval/answers.hpp"

#include <algorithm>
#include <bit>

#include "eval/domain.hpp"

namespace vertebra::eval {
namespace {

void set_bit(std::vector<std::uint64_t>& plane, std::uint32_t node, bool value) {
  const std::uint64_t bit = std::uint64_t{1} << (node % 64);
  plane[node / 64] = value ? plane[node / 64] | bit : plane[node / 64] & ~bit;
}

bool is_partial_choice(const image::Image& image, std::uint32_t fact, const Domain& domain) {
  return image.facts[fact].type == base::FactType::choice && !std::has_single_bit(domain.cells) &&
         !(domain == full_domain(image, fact));
}

}  // namespace

Answers::Answers(const image::Image& image) {
  tests_.yes.resize(image.first_gate / 64);
  tests_.no.resize(image.first_gate / 64);
  answered_.resize((image.facts.size() + 63) / 64);
  for (std::uint32_t fact = 0; fact < image.facts.size(); ++fact) {
    domains_.push_back(full_domain(image, fact));
    write_tests(image, fact, domains_.back(), tests_);
  }
}

void Answers::set(const image::Image& image, std::uint32_t fact, const Domain& domain) {
  partial_choices_ -= is_partial_choice(image, fact, domains_[fact]) ? 1 : 0;
  partial_choices_ += is_partial_choice(image, fact, domain) ? 1 : 0;
  domains_[fact] = domain;
  set_bit(answered_, fact, !(domain == full_domain(image, fact)));
  write_tests(image, fact, domain, tests_);
}

void write_tests(const image::Image& image, std::uint32_t fact, const Domain& domain, Planes& planes) {
  const image::Range tests = image.facts[fact].tests;
  const bool is_quantity = image.facts[fact].type == base::FactType::quantity;
  for (std::uint32_t node = tests.begin; node < tests.end; ++node) {
    const std::uint64_t inside = domain.cells & image.tests[node].cells;
    const std::uint32_t cut = node - tests.begin;
    set_bit(planes.yes, node, is_quantity ? cut < domain.low : inside == domain.cells);
    set_bit(planes.no, node, is_quantity ? cut >= domain.high : inside == 0);
  }
}

Domain domain_after(const image::Image& image, const Planes& planes, std::uint32_t fact, Domain before) {
  Domain domain = before;
  const image::Range tests = image.facts[fact].tests;
  const bool is_quantity = image.facts[fact].type == base::FactType::quantity;
  for (std::uint32_t node = tests.begin; node < tests.end; ++node) {
    const Truth truth = planes.at(node);
    const std::uint32_t cut = node - tests.begin;
    if (truth == Truth::yes && is_quantity) domain.low = std::max(domain.low, cut + 1);
    if (truth == Truth::no && is_quantity) domain.high = std::min(domain.high, cut);
    if (truth == Truth::yes && !is_quantity) domain.cells &= image.tests[node].cells;
    if (truth == Truth::no && !is_quantity) domain.cells &= ~image.tests[node].cells;
  }
  return domain;
}

}  // namespace vertebra::eval
