#include "eval/sums.hpp"
#include "explain/advice.hpp"

namespace vertebra::explain {
namespace {

// The band that holds every sum that is still possible.
std::string_view band_of(const image::Image& image, const image::Score& score, Score sum) {
  for (std::uint32_t i = score.bands.begin; i < score.bands.end; ++i) {
    const image::Band& band = image.bands[i];
    if (band.low <= sum.low && sum.high <= band.high) return image.view(band.id);
  }
  return score.bands.size() == 0 ? "" : "unknown";
}

}  // namespace

std::vector<ScoreAdvice> scores(const image::Image& image, const eval::Result& result) {
  std::vector<ScoreAdvice> list;
  for (const image::Score& each : image.scores) {
    const image::Guide& guide = image.guides[each.guide];
    if (result.planes.at(guide.scope) == Truth::no) continue;
    const Score sum = eval::sum_of(image, each.members, result.planes);
    list.push_back({image.view(each.id), image.view(guide.id), sum, band_of(image, each, sum)});
  }
  return list;
}

}  // namespace vertebra::explain
