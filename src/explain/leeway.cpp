#include "explain/leeway.hpp"

#include <algorithm>
#include <bit>

namespace vertebra::explain {
namespace {

std::uint32_t ones(std::uint64_t bits) { return static_cast<std::uint32_t>(std::popcount(bits)); }

// How many literals of a gate are so where `same` has the nodes that are so, and `other` those that are the opposite.
std::uint32_t count(const image::Image& image, const image::Gate& gate, const std::vector<std::uint64_t>& same,
                    const std::vector<std::uint64_t>& other) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const image::Term& term = image.terms[i];
    sum += ones(same[term.word] & term.positive) + ones(other[term.word] & term.negative);
  }
  return sum;
}

bool is_any(const image::Image& image, const image::Gate& gate, const std::vector<std::uint64_t>& same,
            const std::vector<std::uint64_t>& other) {
  std::uint64_t found = 0;
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const image::Term& term = image.terms[i];
    found |= (same[term.word] & term.positive) | (other[term.word] & term.negative);
  }
  return found != 0;
}

bool are_all(const image::Image& image, const image::Gate& gate, const std::vector<std::uint64_t>& same,
             const std::vector<std::uint64_t>& other) {
  std::uint64_t missing = 0;
  for (std::uint32_t i = gate.terms.begin; i < gate.terms.end; ++i) {
    const image::Term& term = image.terms[i];
    missing |= (~same[term.word] & term.positive) | (~other[term.word] & term.negative);
  }
  return missing == 0;
}

}  // namespace

Leeway::Leeway(const image::Image& image, const std::vector<std::uint32_t>& nodes) : image_{image} {
  for (const std::uint32_t node : nodes) {
    if (node >= image.first_sum) {
      sums_.push_back(node - image.first_sum);
    } else if (node >= image.first_gate) {
      gates_.push_back(node - image.first_gate);
    }
  }
  const std::size_t tests = image.first_gate / 64;
  known_.yes.resize(tests);
  known_.no.resize(tests);
  for (Pair* pair : {&could_, &stays_}) {
    pair->yes.resize(image.words_in_plane());
    pair->no.resize(image.words_in_plane());
  }
}

void Leeway::read(const eval::Planes& planes) {
  for (std::uint32_t test = 0; test < image_.tests.size(); ++test) {
    const Truth truth = planes.at(test);
    known_.set(test, truth == Truth::yes, truth == Truth::no);
  }
}

void Leeway::release(std::uint32_t fact) {
  const image::Range tests = image_.facts[fact].tests;
  for (std::uint32_t test = tests.begin; test < tests.end; ++test) {
    could_.set(test, true, true);
    stays_.set(test, false, false);
  }
}

void Leeway::fix(Cell cell) {
  const image::Fact& fact = image_.facts[cell.fact];
  for (std::uint32_t i = 0; i < fact.tests.size(); ++i) {
    const std::uint32_t test = fact.tests.begin + i;
    const bool holds =
        fact.type == base::FactType::quantity ? i < cell.index : (image_.tests[test].cells >> cell.index & 1) != 0;
    could_.set(test, holds, !holds);
    stays_.set(test, holds, !holds);
  }
}

void Leeway::run(std::span<const std::uint32_t> free, std::span<const Cell> fixed) {
  for (Pair* pair : {&could_, &stays_}) {
    std::ranges::copy(known_.yes, pair->yes.begin());
    std::ranges::copy(known_.no, pair->no.begin());
  }
  for (const std::uint32_t fact : free) release(fact);
  for (const Cell cell : fixed) fix(cell);
  run(could_);
  run(stays_);
}

void Leeway::run(Pair& pair) {
  auto gate = gates_.begin();
  for (const std::uint32_t sum : sums_) {
    for (; gate != gates_.end() && *gate < image_.sums[sum].after; ++gate) pair.run_gate(image_, *gate);
    pair.run_sum(image_, sum);
  }
  for (; gate != gates_.end(); ++gate) pair.run_gate(image_, *gate);
}

void Leeway::Pair::set(std::uint32_t node, bool is_yes, bool is_no) {
  const std::uint64_t bit = std::uint64_t{1} << (node % 64);
  yes[node / 64] = (yes[node / 64] & ~bit) | (is_yes ? bit : 0);
  no[node / 64] = (no[node / 64] & ~bit) | (is_no ? bit : 0);
}

void Leeway::Pair::run_gate(const image::Image& image, std::uint32_t gate) {
  const image::Gate& each = image.gates[gate];
  const std::uint32_t node = image.first_gate + gate;
  if (each.count == each.size) return set(node, are_all(image, each, yes, no), is_any(image, each, no, yes));
  if (each.count == 1) return set(node, is_any(image, each, yes, no), are_all(image, each, no, yes));
  set(node, count(image, each, yes, no) >= each.count, count(image, each, no, yes) > each.size - each.count);
}

// Yes needs the points at their least to reach the threshold, no that at their most they miss it.
void Leeway::Pair::run_sum(const image::Image& image, std::uint32_t sum) {
  const image::Sum& each = image.sums[sum];
  std::int32_t least = 0;
  std::int32_t most = 0;
  for (std::uint32_t i = each.members.begin; i < each.members.end; ++i) {
    const image::Member& member = image.members[i];
    const bool counts = is(member.when, !member.when.negated());
    const bool counts_not = is(member.when, member.when.negated());
    const bool gains = member.points > 0;
    if (gains ? counts : !counts_not) least += member.points;
    if (gains ? !counts_not : counts) most += member.points;
  }
  set(image.first_sum + sum, least >= each.threshold, most < each.threshold);
}

}  // namespace vertebra::explain
