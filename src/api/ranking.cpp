#include <vertebra/ranking.hpp>

#include "api/state.hpp"
#include "rank/stability.hpp"

namespace vertebra {

std::optional<FirstPlaceSwap> first_place_stability(const Outcome& outcome) {
  const image::Image& image = outcome.state().rule_set->image;
  const auto swap = rank::first_place_swap(image, outcome.state().result);
  if (!swap) return std::nullopt;
  return FirstPlaceSwap{image.view(image.strengths[swap->strength].word), swap->change,
                        image.view(image.treatments[swap->treatment].id)};
}

}  // namespace vertebra
