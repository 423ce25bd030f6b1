#pragma once

#include <string>

#include "image/image.hpp"

namespace vertebra::image {

// Everything that running and explaining an image relies on: that every index points into its array, that gates read only
// what was run before them, that numbers keep their bounds. Empty when all of it holds, else the first thing that does not.
// Never reads outside the image, whatever it holds.
std::string check_image(const Image& image);

}  // namespace vertebra::image
