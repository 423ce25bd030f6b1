#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "image/image.hpp"

namespace vertebra::compile {

// Stores each text of an image once.
class TextPool {
 public:
  explicit TextPool(image::Image& image) : image_{image} {}

  image::Text add(std::string_view text);
  // Appends to Image::lists.
  image::Range add_list(const std::vector<std::string_view>& texts);

 private:
  image::Image& image_;
  std::unordered_map<std::string, image::Text> known_;
};

}  // namespace vertebra::compile
