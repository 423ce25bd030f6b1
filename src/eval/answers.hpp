#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// What is known of one patient before any rule is looked at: the values that each answer leaves, and what that makes of
// every test. The tests are kept up to date answer by answer, so that an evaluation begins with them. Made for one image.
class Answers {
 public:
  // Nothing is known.
  explicit Answers(const image::Image& image);

  void set(const image::Image& image, std::uint32_t fact, Domain domain);

  std::size_t size() const noexcept { return domains_.size(); }
  const Domain& operator[](std::uint32_t fact) const { return domains_[fact]; }
  std::span<const Domain> domains() const noexcept { return domains_; }           // One a fact.
  std::span<const std::uint64_t> answered() const noexcept { return answered_; }  // As Result::answered.
  const Planes& tests() const noexcept { return tests_; }                         // The words before the first gate.
  friend bool operator==(const Answers&, const Answers&) = default;
  // Whether a choice is answered by several values.
  bool has_partial_choice() const noexcept { return partial_choices_ != 0; }

 private:
  std::vector<Domain> domains_;
  Planes tests_;
  std::vector<std::uint64_t> answered_;
  std::uint32_t partial_choices_ = 0;
};

// Sets the bits of a fact's tests to what its domain makes of them.
void write_tests(const image::Image& image, std::uint32_t fact, Domain domain, Planes& planes);

// What a run left of the values of a fact. Consistency rules take values away by tests alone, so what was possible before
// and what became of the tests say all.
Domain domain_after(const image::Image& image, const Planes& planes, std::uint32_t fact, Domain before);

}  // namespace vertebra::eval
