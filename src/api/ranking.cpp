#include <vertebra/ranking.hpp>

#include "api/state.hpp"
#include "rank/stability.hpp"
#include "rank/sweep.hpp"

namespace vertebra {

std::optional<FirstPlaceSwap> first_place_stability(const Outcome& outcome) {
  const image::Image& image = outcome.state().rule_set->image;
  const auto swap = rank::first_place_swap(image, outcome.state().result);
  if (!swap) return std::nullopt;
  return FirstPlaceSwap{image.view(image.strengths[swap->strength].word), swap->change,
                        image.view(image.treatments[swap->treatment].id)};
}

std::vector<StrengthInfo> strengths(const RuleSet& rule_set) {
  const image::Image& image = rule_set.state().image;
  std::vector<StrengthInfo> result;
  for (const image::Strength& each : image.strengths) result.push_back({image.view(each.word), each.points});
  return result;
}

struct StrengthSweep::State {
  rank::Sweep sweep;
};

StrengthSweep::StrengthSweep(const RuleSet& rule_set, std::span<const std::int32_t> points)
    : state_{new State{rank::Sweep{rule_set.state().image, points}}} {}
StrengthSweep::~StrengthSweep() = default;

std::size_t StrengthSweep::vectors() const noexcept { return state_->sweep.vectors(); }

void StrengthSweep::ranks(const Outcome& outcome, std::span<std::uint16_t> into) const {
  state_->sweep.ranks(outcome.state().result, into);
}

}  // namespace vertebra
