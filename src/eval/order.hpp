#pragma once

#include <cstdint>

#include "image/image.hpp"

namespace vertebra::eval {

// Goes through the gates and sums of an image, each after what it reads: gates(first, last), last not included, before each
// sum(index) and once more at the end.
template <class Gates, class Sum>
void in_order(const image::Image& image, Gates gates, Sum sum) {
  std::uint32_t done = 0;
  for (std::uint32_t i = 0; i < image.sums.size(); ++i) {
    gates(done, image.sums[i].after);
    done = image.sums[i].after;
    sum(i);
  }
  gates(done, static_cast<std::uint32_t>(image.gates.size()));
}

}  // namespace vertebra::eval
