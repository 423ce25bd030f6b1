#pragma once

#include <cstdint>
#include <vector>

#include "image/image.hpp"

namespace vertebra::explain {

// The nodes that these rest on, whatever their truth, and these themselves; in ascending order.
std::vector<std::uint32_t> nodes_below(const image::Image& image, const std::vector<image::Literal>& roots);

}  // namespace vertebra::explain
