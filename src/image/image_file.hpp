#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "image/image.hpp"

// The file form of an image: a head (what it is, which version, how long, a checksum) and then every part in order, numbers
// with their lowest byte first. Nothing in a file is believed: what is read was checked, part by part, to be an image that
// can be run.
namespace vertebra::image {

// What stands beside an image in its file.
struct Label {
  std::string vocabulary;  // Its id.
  std::string language;    // Of the texts.
};

// A file with such a body, whatever it holds: what a head says of it is true.
std::string seal(std::string_view body);

std::string write_file(const Image& image, const Label& label);

struct ReadFile {
  std::optional<Image> image;
  Label label;
  std::string problem;  // Why there is no image; lower case, no final period.
};

// The same image that was written, or the reason why these bytes are none.
ReadFile read_file(std::string_view bytes);

}  // namespace vertebra::image
