#include "explain/below.hpp"

#include <bit>
#include <utility>

namespace vertebra::explain {
namespace {

class Descent {
 public:
  explicit Descent(const image::Image& image) : image_{image}, seen_(image.node_end()) {}

  std::vector<std::uint32_t> run(const std::vector<image::Literal>& roots) {
    for (const image::Literal root : roots) visit(root.node());
    while (!pending_.empty()) {
      const std::uint32_t node = pending_.back();
      pending_.pop_back();
      if (node >= image_.first_sum) {
        visit_members(image_.sums[node - image_.first_sum].members);
      } else if (node >= image_.first_gate) {
        visit_operands(image_.gates[node - image_.first_gate].terms);
      }
    }
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < seen_.size(); ++node) {
      if (seen_[node] != 0) nodes.push_back(node);
    }
    return nodes;
  }

 private:
  void visit(std::uint32_t node) {
    if (std::exchange(seen_[node], std::uint8_t{1}) == 0) pending_.push_back(node);
  }

  void visit_operands(image::Range terms) {
    for (std::uint32_t i = terms.begin; i < terms.end; ++i) {
      const image::Term& term = image_.terms[i];
      for (std::uint64_t bits = term.positive | term.negative; bits != 0; bits &= bits - 1)
        visit(term.word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
  }

  void visit_members(image::Range members) {
    for (std::uint32_t i = members.begin; i < members.end; ++i) visit(image_.members[i].when.node());
  }

  const image::Image& image_;
  std::vector<std::uint8_t> seen_;
  std::vector<std::uint32_t> pending_;
};

}  // namespace

std::vector<std::uint32_t> nodes_below(const image::Image& image, const std::vector<image::Literal>& roots) {
  return Descent{image}.run(roots);
}

}  // namespace vertebra::explain
