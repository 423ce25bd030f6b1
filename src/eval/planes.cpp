#include "eval/planes.hpp"

#include <algorithm>
#include <bit>

#include "eval/gate.hpp"
#include "eval/sums.hpp"

namespace vertebra::eval {
namespace {

void set_bit(std::vector<std::uint64_t>& plane, std::uint32_t node) noexcept {
  plane[node / 64] |= std::uint64_t{1} << (node % 64);
}

void fill_quantity(const image::Fact& fact, const Domain& domain, Planes& planes) noexcept {
  const std::uint32_t first = fact.tests.begin;
  for (std::uint32_t i = 0; i < domain.low; ++i) set_bit(planes.yes, first + i);
  for (std::uint32_t i = domain.high; i < fact.tests.size(); ++i) set_bit(planes.no, first + i);
}

void fill_cells(const image::Image& image, const image::Fact& fact, const Domain& domain, Planes& planes) noexcept {
  for (std::uint32_t node = fact.tests.begin; node < fact.tests.end; ++node) {
    const std::uint64_t inside = domain.cells & image.tests[node].cells;
    if (inside == domain.cells) {
      set_bit(planes.yes, node);
    } else if (inside == 0) {
      set_bit(planes.no, node);
    }
  }
}

// The gates from first to last (not included); what they read must have run.
void run_gates_between(const image::Image& image, std::uint32_t first, std::uint32_t last, Planes& planes) noexcept {
  std::uint64_t* const yes_plane = planes.yes.data();
  std::uint64_t* const no_plane = planes.no.data();
  for (std::uint32_t i = first; i < last; ++i) {
    const image::Gate& gate = image.gates[i];
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
    for (std::uint32_t j = gate.terms.begin; j < gate.terms.end; ++j) {
      const image::Term& term = image.terms[j];
      const std::uint64_t known_yes = yes_plane[term.word];
      const std::uint64_t known_no = no_plane[term.word];
      yes += static_cast<std::uint32_t>(std::popcount(known_yes & term.positive) +
                                        std::popcount(known_no & term.negative));
      no += static_cast<std::uint32_t>(std::popcount(known_no & term.positive) +
                                       std::popcount(known_yes & term.negative));
    }
    const Truth truth = at_least(gate.count, gate.size, yes, no);
    const std::uint32_t node = image.first_gate + i;
    const std::uint32_t shift = node % 64;
    yes_plane[node / 64] |= std::uint64_t{truth == Truth::yes} << shift;
    no_plane[node / 64] |= std::uint64_t{truth == Truth::no} << shift;
  }
}

void run_sum(const image::Image& image, std::uint32_t index, Planes& planes) noexcept {
  const image::Sum& sum = image.sums[index];
  const Truth truth = reaches(sum_of(image, sum.members, planes), sum.threshold);
  if (truth == Truth::yes) set_bit(planes.yes, image.first_sum + index);
  if (truth == Truth::no) set_bit(planes.no, image.first_sum + index);
}

}  // namespace

void fill_tests(const image::Image& image, const std::vector<Domain>& domains, Planes& planes) noexcept {
  std::ranges::fill(planes.yes, 0);
  std::ranges::fill(planes.no, 0);
  for (std::size_t i = 0; i < image.facts.size(); ++i) {
    const image::Fact& fact = image.facts[i];
    if (fact.type == base::FactType::quantity) {
      fill_quantity(fact, domains[i], planes);
    } else {
      fill_cells(image, fact, domains[i], planes);
    }
  }
}

// INVARIANT: a gate's terms lie in words of tests, or of gates and sums before it, so one forward pass evaluates them all.
// Where there are no sums, it is one run over the gates.
void run_gates(const image::Image& image, Planes& planes) noexcept {
  std::uint32_t done = 0;
  for (std::uint32_t i = 0; i < image.sums.size(); ++i) {
    run_gates_between(image, done, image.sums[i].after, planes);
    done = image.sums[i].after;
    run_sum(image, i, planes);
  }
  run_gates_between(image, done, static_cast<std::uint32_t>(image.gates.size()), planes);
}

}  // namespace vertebra::eval
