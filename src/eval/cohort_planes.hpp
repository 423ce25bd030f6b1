#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "image/image.hpp"

namespace vertebra::eval {

// Two bits for each row of a block and each node: known yes, known no. The rows of one node stand together.
class CohortPlanes {
 public:
  CohortPlanes(const image::Image& image, std::size_t words)
      : words_{words}, yes_(image.node_end() * words), no_(image.node_end() * words) {}

  std::size_t words() const noexcept { return words_; }  // Of a node: 64 rows each.
  std::uint64_t* yes(std::uint32_t node) noexcept { return yes_.data() + node * words_; }
  std::uint64_t* no(std::uint32_t node) noexcept { return no_.data() + node * words_; }
  const std::uint64_t* yes(image::Literal literal) const noexcept {
    return (literal.negated() ? no_ : yes_).data() + literal.node() * words_;
  }
  const std::uint64_t* no(image::Literal literal) const noexcept { return yes(!literal); }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> yes_;
  std::vector<std::uint64_t> no_;
};

}  // namespace vertebra::eval
