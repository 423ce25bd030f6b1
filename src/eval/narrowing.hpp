#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Applies the consistency rules to one patient: takes away values that no consistent patient has, and sets aside answers
// that break a rule, until none is broken. Owns its scratch; allocates only when made.
class Narrowing {
 public:
  explicit Narrowing(const image::Image& image);

  // `answers` holds one domain a fact. Fills Result::domains, conflicts and set_aside.
  void run(std::span<const Domain> answers, Result& result);

 private:
  struct Step {  // A clause took values from a fact.
    std::uint32_t clause;
    std::uint32_t fact;
  };

  std::span<const image::Part> parts_of(std::uint32_t clause) const;
  bool is_answered(std::uint32_t fact) const { return !(answers_[fact] == full_[fact]); }
  void narrow(std::vector<Domain>& domains);
  bool apply(std::uint32_t clause, std::vector<Domain>& domains);
  std::uint32_t first_broken(const std::vector<Domain>& domains) const;
  void set_aside(std::uint32_t clause, Result& result);
  void collect(std::uint32_t fact);

  const image::Image& image_;
  std::vector<Domain> full_;
  std::vector<Domain> answers_;  // Those that still stand.
  std::vector<Step> steps_;
  std::vector<std::uint8_t> seen_;     // Facts visited by collect().
  std::vector<std::uint8_t> dropped_;  // Facts whose answers collect() found.
  std::vector<std::uint32_t> pending_;
};

}  // namespace vertebra::eval
