#include "rank/effect_matrix.hpp"

namespace vertebra::rank {

EffectMatrix::EffectMatrix(const image::Image& image) {
  const auto treatments = static_cast<Eigen::Index>(image.treatments.size());
  const auto arguments = static_cast<Eigen::Index>(image.arguments.size());
  std::vector<Eigen::Triplet<int>> gains;
  std::vector<Eigen::Triplet<int>> losses;
  base_ = Vector::Zero(treatments);
  for (Eigen::Index t = 0; t < treatments; ++t) {
    const image::Treatment& treatment = image.treatments[static_cast<std::size_t>(t)];
    if (treatment.strength != image::none) base_[t] = image.strengths[treatment.strength].points;
    for (std::uint32_t a = treatment.arguments.begin; a < treatment.arguments.end; ++a) {
      const int points = image.arguments[a].points;
      (points > 0 ? gains : losses).emplace_back(static_cast<int>(t), static_cast<int>(a), points);
    }
  }
  gains_.resize(treatments, arguments);
  losses_.resize(treatments, arguments);
  gains_.setFromTriplets(gains.begin(), gains.end());
  losses_.setFromTriplets(losses.begin(), losses.end());
}

std::vector<Score> EffectMatrix::scores(const image::Image& image, const eval::Planes& planes) const {
  Vector certain = Vector::Zero(gains_.cols());
  Vector possible = Vector::Zero(gains_.cols());
  for (Eigen::Index a = 0; a < certain.size(); ++a) {
    const Truth truth = planes.at(image.arguments[static_cast<std::size_t>(a)].when);
    certain[a] = truth == Truth::yes ? 1 : 0;
    possible[a] = truth == Truth::no ? 0 : 1;
  }
  const Vector low = base_ + gains_ * certain + losses_ * possible;
  const Vector high = base_ + gains_ * possible + losses_ * certain;
  std::vector<Score> scores;
  for (Eigen::Index t = 0; t < low.size(); ++t) scores.push_back({low[t], high[t]});
  return scores;
}

}  // namespace vertebra::rank
