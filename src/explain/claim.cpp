#include "explain/claim.hpp"

#include <algorithm>

namespace vertebra::explain {

Lead::Lead(const image::Image& image, std::uint32_t first, std::uint32_t second) {
  const auto add = [&](const image::Treatment& treatment, int sign) {
    if (treatment.strength != image::none) base += sign * image.strengths[treatment.strength].points;
    for (std::uint32_t i = treatment.arguments.begin; i < treatment.arguments.end; ++i) {
      const image::Argument& argument = image.arguments[i];
      auto share = std::ranges::find(shares, argument.when, &Share::when);
      if (share == shares.end()) share = shares.insert(share, {argument.when, 0});
      share->points += sign * argument.points;
    }
  };
  add(image.treatments[first], 1);
  add(image.treatments[second], -1);
  std::erase_if(shares, [](const Share& each) { return each.points == 0; });
}

Score Lead::between(const eval::Planes& planes) const noexcept {
  Score lead{base, base};
  for (const Share& each : shares) {
    const Truth truth = planes.at(each.when);
    if (truth == Truth::no) continue;
    lead.low += truth == Truth::yes ? each.points : std::min(each.points, 0);
    lead.high += truth == Truth::yes ? each.points : std::max(each.points, 0);
  }
  return lead;
}

bool Claim::holds(const eval::Result& result) const noexcept {
  if (result.care_least < at_least || (below != image::none && result.care_most >= below)) return false;
  if (lead_at_least && lead->between(result.planes).low < *lead_at_least) return false;
  if (lead_is && lead->between(result.planes) != *lead_is) return false;
  return std::ranges::all_of(goals, [&](const Goal& each) { return result.planes.at(each.literal) == each.truth; });
}

}  // namespace vertebra::explain
