#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <span>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::rank {

// Ranks under many vectors of points for the strength words; see <vertebra/ranking.hpp>.
class Sweep {
 public:
  // `points` holds vector after vector, one number for each of image::Image::strengths.
  Sweep(const image::Image& image, std::span<const std::int32_t> points);

  std::size_t vectors() const noexcept { return static_cast<std::size_t>(shifts_.rows()); }
  // Vector after vector the rank of each treatment; 0 where the run gave it none.
  void ranks(const eval::Result& result, std::span<std::uint16_t> into) const;

 private:
  // What a vector adds to the score of a treatment, both ends alike.
  Eigen::Matrix<std::int32_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> shifts_;
};

}  // namespace vertebra::rank
