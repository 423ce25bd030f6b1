#pragma once

#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

#include "image/image.hpp"

namespace vertebra::explain {

inline CareLevel level(const image::Image& image, std::uint32_t index) {
  const image::CareLevel& each = image.care_levels[index];
  return {static_cast<int>(index), image.view(each.id), image.view(each.label)};
}

// The texts of a range of Image::lists.
inline std::vector<std::string_view> views(const image::Image& image, image::Range range) {
  std::vector<std::string_view> result;
  for (std::uint32_t i = range.begin; i < range.end; ++i) result.push_back(image.view(image.lists[i]));
  return result;
}

}  // namespace vertebra::explain
