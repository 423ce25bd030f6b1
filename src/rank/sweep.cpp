#include "rank/sweep.hpp"

#include <Eigen/SparseCore>
#include <algorithm>
#include <cassert>
#include <vector>

#include "rank/ranking.hpp"

namespace vertebra::rank {
namespace {

using Points = Eigen::Matrix<std::int32_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Words × treatments: 1 where the guide uses the word for the treatment.
Eigen::SparseMatrix<std::int32_t> uses(const image::Image& image) {
  std::vector<Eigen::Triplet<std::int32_t>> entries;
  for (std::size_t t = 0; t < image.treatments.size(); ++t) {
    const std::uint32_t word = image.treatments[t].strength;
    if (word != image::none) entries.emplace_back(static_cast<int>(word), static_cast<int>(t), 1);
  }
  Eigen::SparseMatrix<std::int32_t> result(static_cast<Eigen::Index>(image.strengths.size()),
                                           static_cast<Eigen::Index>(image.treatments.size()));
  result.setFromTriplets(entries.begin(), entries.end());
  return result;
}

std::size_t vectors_in(std::size_t points, std::size_t words) {
  assert(words > 0 ? points % words == 0 : points == 0);
  return words > 0 ? points / words : 0;
}

}  // namespace

Sweep::Sweep(const image::Image& image, std::span<const std::int32_t> points) {
  const auto words = static_cast<Eigen::Index>(image.strengths.size());
  const auto vectors = static_cast<Eigen::Index>(vectors_in(points.size(), image.strengths.size()));
  shifts_.resize(0, static_cast<Eigen::Index>(image.treatments.size()));
  if (vectors == 0) return;
  Points changes = Eigen::Map<const Points>(points.data(), vectors, words);
  for (Eigen::Index word = 0; word < words; ++word)
    changes.col(word).array() -= image.strengths[static_cast<std::size_t>(word)].points;
  shifts_ = changes * uses(image);
}

void Sweep::ranks(const eval::Result& result, std::span<std::uint16_t> into) const {
  const std::size_t treatments = result.treatments.size();
  assert(into.size() == vectors() * treatments);
  std::ranges::fill(into, std::uint16_t{0});
  std::vector<TreatmentSummary> order(result.order.size());
  for (std::size_t vector = 0; vector < vectors(); ++vector) {
    const std::int32_t* const shift = shifts_.row(static_cast<Eigen::Index>(vector)).data();
    for (std::size_t place = 0; place < order.size(); ++place) {
      order[place] = result.treatments[result.order[place]];
      order[place].score.low += shift[order[place].index];
      order[place].score.high += shift[order[place].index];
    }
    std::ranges::sort(order, ranks_before);
    for (std::size_t place = 0; place < order.size(); ++place)
      into[vector * treatments + order[place].index] = static_cast<std::uint16_t>(place + 1);
  }
}

}  // namespace vertebra::rank
