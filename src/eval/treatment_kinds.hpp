#pragma once

#include <cstdint>
#include <vector>

#include "eval/ruling.hpp"
#include "image/image.hpp"

namespace vertebra::eval {

// Treatments of one stance, blocked and indicated by the same conditions, have one verdict.
struct TreatmentKind {
  Leaning leaning = Leaning::favorable;
  image::Literal blocked;
  image::Literal when;
};

struct TreatmentKinds {
  std::vector<TreatmentKind> kinds;
  std::vector<std::uint32_t> of;  // As treatments.
};

TreatmentKinds find_kinds(const image::Image& image);

}  // namespace vertebra::eval
