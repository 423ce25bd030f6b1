#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::explain {

// Collects the facts behind truth values: from a literal down through the operands that have the value it has, and from a
// comparison with a score through the members that are known, or through those that are not. For a yes
// or no these are the facts that decided, for an unknown those it waits on. The scope that was joined to a rule is not a
// reason, but may be waited on.
class Reach {
 public:
  Reach(const image::Image& image, const eval::Planes& planes);

  // Adds the facts behind a literal; what was visited before is not visited again.
  void add(image::Literal literal);
  // The facts that were added, in no order worth relying on.
  std::span<const std::uint32_t> facts() const noexcept { return facts_; }
  void clear() noexcept;
  // The ids of what was added, in vocabulary order; empties the collection.
  std::vector<std::string_view> take();

 private:
  void visit(std::uint32_t node);
  void push_members(const image::Sum& sum, Truth truth);
  void push_operands(const image::Gate& gate, Truth truth);

  const image::Image& image_;
  const eval::Planes& planes_;
  std::uint32_t round_ = 1;               // Grows with each clear(), so that nothing needs to be wiped.
  std::vector<std::uint32_t> seen_;       // By node: the round in which it was visited last.
  std::vector<std::uint32_t> collected_;  // The same by fact.
  std::vector<std::uint32_t> facts_;
  std::vector<std::uint32_t> pending_;
};

}  // namespace vertebra::explain
