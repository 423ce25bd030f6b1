#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "eval/result.hpp"
#include "explain/cells.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// What other answers to some facts could make of every rule, and what they could not change, while all else stays as it is.
// One pass over the gates answers for all values of those facts together: a rule that could become yes may need two values
// of one fact at once, so "could" is a bound and not a promise.
class Leeway {
 public:
  // Asked of nothing but the nodes that are given, which hold all that lies below them, in ascending order.
  Leeway(const image::Image& image, const std::vector<std::uint32_t>& nodes);

  // The patient as they are.
  void read(const eval::Planes& planes);
  // `free` holds the facts that may get any answer; `fixed` the facts that have another answer than the patient's, even
  // where they are free as well. With a fact, `free` holds all that must be able to follow it.
  void run(std::span<const std::uint32_t> free, std::span<const Cell> fixed);

  bool could_be_yes(image::Literal literal) const { return could_.is(literal, !literal.negated()); }
  bool could_be_no(image::Literal literal) const { return could_.is(literal, literal.negated()); }
  bool stays_yes(image::Literal literal) const { return stays_.is(literal, !literal.negated()); }
  bool stays_no(image::Literal literal) const { return stays_.is(literal, literal.negated()); }

 private:
  // Yes and no are counted apart. A test of a free fact is both in one pair, and neither in the other.
  struct Pair {
    std::vector<std::uint64_t> yes;
    std::vector<std::uint64_t> no;

    bool is(image::Literal literal, bool which) const {
      return ((which ? yes : no)[literal.node() / 64] >> (literal.node() % 64) & 1) != 0;
    }
    void set(std::uint32_t node, bool is_yes, bool is_no);
    void run_gate(const image::Image& image, std::uint32_t gate);
    void run_sum(const image::Image& image, std::uint32_t sum);
  };

  void run(Pair& pair);
  void release(std::uint32_t fact);
  void fix(Cell cell);

  const image::Image& image_;
  std::vector<std::uint32_t> gates_;
  std::vector<std::uint32_t> sums_;
  Pair known_;  // The tests as they are: the words before the first gate.
  Pair could_;
  Pair stays_;
};

}  // namespace vertebra::explain
