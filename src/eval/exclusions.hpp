#pragma once

#include <cstdint>
#include <vector>

#include "image/image.hpp"

namespace vertebra::eval {

struct TestBits {  // Of one word of the planes.
  std::uint32_t word = 0;
  std::uint64_t yes = 0;
  std::uint64_t no = 0;
};

// What is known of the tests of a fact once a part of a consistency rule is known not to hold; of a choice, if nothing was
// answered.
struct Exclusion {
  image::Range bits;  // Exclusions::bits
  bool depends_on_answer = false;
  bool concerns_others = false;  // Another part reads the fact.
};

struct Exclusions {
  std::vector<Exclusion> parts;  // As Image::parts.
  std::vector<TestBits> bits;
};

Exclusions find_exclusions(const image::Image& image);

}  // namespace vertebra::eval
