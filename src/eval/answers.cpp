#include "eval/answers.hpp"

#include <algorithm>

#include "eval/domain.hpp"

namespace vertebra::eval {
namespace {

void write_bits(std::uint64_t& word, std::uint64_t which, std::uint64_t bits) { word = (word & ~which) | bits; }

// The bits from `begin` to `end` (not included) of a word, of a longer row too.
std::uint64_t bits_between(std::uint32_t begin, std::uint32_t end) {
  const auto below = [](std::uint32_t bit) { return bit >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bit) - 1; };
  return below(end) & ~below(begin);
}

// A word of the planes at a time, here and below. The value lies above the first domain.low cuts, below those from domain.high on.
void write_cuts(image::Range tests, Domain domain, Planes& planes) {
  for (std::uint32_t node = tests.begin; node < tests.end; node = (node / 64 + 1) * 64) {
    const std::uint32_t word = node / 64;
    const auto place = [&](std::uint32_t each) { return std::max(each, word * 64) - word * 64; };
    const std::uint32_t begin = place(node);
    const std::uint32_t end = place(tests.end);
    const std::uint64_t which = bits_between(begin, end);
    write_bits(planes.yes.data()[word], which, bits_between(begin, place(tests.begin + domain.low)));
    write_bits(planes.no.data()[word], which, bits_between(place(tests.begin + domain.high), end));
  }
}

void write_choices(const image::Test* tests, image::Range range, std::uint64_t cells, Planes& planes) {
  for (std::uint32_t node = range.begin; node < range.end;) {
    const std::uint32_t word = node / 64;
    std::uint64_t which = 0;
    std::uint64_t yes = 0;
    std::uint64_t no = 0;
    for (std::uint64_t bit = std::uint64_t{1} << (node % 64); bit != 0 && node < range.end; bit <<= 1, ++node) {
      const std::uint64_t inside = cells & tests[node].cells;
      which |= bit;
      yes |= inside == cells ? bit : 0;
      no |= inside == 0 ? bit : 0;
    }
    write_bits(planes.yes.data()[word], which, yes);
    write_bits(planes.no.data()[word], which, no);
  }
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

void Answers::set(const image::Image& image, std::uint32_t fact, Domain domain) {
  const image::Fact& each = image.facts.data()[fact];
  const std::uint64_t bit = std::uint64_t{1} << (fact % 64);
  std::uint64_t& answered = answered_.data()[fact / 64];
  const bool is_full =
      each.type == base::FactType::quantity ? is_whole_range(image, each, domain) : domain.cells == every_cell(each);
  const std::uint64_t known = is_full ? 0 : bit;
  if (each.type == base::FactType::choice) {
    const auto is_partial = [](std::uint64_t answer, Domain left) {
      return answer != 0 && (left.cells & (left.cells - 1)) != 0;  // More than one bit, without counting them.
    };
    partial_choices_ -= is_partial(answered & bit, domains_.data()[fact]) ? 1 : 0;
    partial_choices_ += is_partial(known, domain) ? 1 : 0;
  }
  domains_.data()[fact] = domain;
  write_bits(answered, bit, known);
  write_tests(image, fact, domain, tests_);
}

void write_tests(const image::Image& image, std::uint32_t fact, Domain domain, Planes& planes) {
  const image::Fact& each = image.facts.data()[fact];
  if (each.type == base::FactType::quantity)
    write_cuts(each.tests, domain, planes);
  else
    write_choices(image.tests.data(), each.tests, domain.cells, planes);
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
