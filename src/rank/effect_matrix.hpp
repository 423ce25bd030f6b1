#pragma once

#include <Eigen/SparseCore>
#include <vector>

#include <vertebra/outcome.hpp>

#include "eval/result.hpp"
#include "image/image.hpp"

namespace vertebra::rank {

// The points that each argument gives to each treatment, and with them the scores of a run. Taken from the arguments as
// they were written and never from the image's effect rows, so that each can be held against the other.
class EffectMatrix {
 public:
  explicit EffectMatrix(const image::Image& image);

  // One a treatment, verdicts aside.
  std::vector<Score> scores(const image::Image& image, const eval::Planes& planes) const;

 private:
  using Matrix = Eigen::SparseMatrix<int>;  // Treatments × arguments.
  using Vector = Eigen::VectorXi;

  Matrix gains_;   // The positive points.
  Matrix losses_;  // The negative ones.
  Vector base_;    // What the guide's own word gives.
};

}  // namespace vertebra::rank
