#include "check/left_over.hpp"

#include <algorithm>

namespace vertebra::check {

bool may_be_left_over(const model::Guide& guide, base::Place place) {
  const auto is_there = [&](const model::Overlay& each) { return each.place.file == place.file; };
  return !guide.overlays.empty() && std::ranges::none_of(guide.overlays, is_there);
}

}  // namespace vertebra::check
