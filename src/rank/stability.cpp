#include "rank/stability.hpp"

#include <cassert>
#include <cstdlib>
#include <tuple>

#include "rank/ranking.hpp"

namespace vertebra::rank {
namespace {

using Points = std::int64_t;  // Differences of scores need one bit more than scores.

struct Change {
  std::uint32_t strength = 0;
  Points points = 0;
};

// Smaller ones first; of equal size the negative one, then the order of the words.
bool smaller(const Change& a, const Change& b) {
  return std::tuple{std::abs(a.points), a.points, a.strength} < std::tuple{std::abs(b.points), b.points, b.strength};
}

bool has_word(const image::Image& image, std::uint32_t treatment, std::uint32_t strength) {
  return image.treatments[treatment].strength == strength;
}

// How far `rival` must come nearer to put it before `first`: by the low end, and where that ends in a tie, one further
// unless the high end or the catalogue decides for it.
Points distance(const TreatmentSummary& first, const TreatmentSummary& rival) {
  const Points low = Points{first.score.low} - rival.score.low;
  const Points high = Points{rival.score.high} + low - first.score.high;
  const bool wins_the_tie = high > 0 || (high == 0 && rival.index < first.index);
  return wins_the_tie ? low : low + 1;
}

TreatmentSummary changed(const image::Image& image, TreatmentSummary treatment, const Change& change) {
  if (!has_word(image, treatment.index, change.strength)) return treatment;
  treatment.score.low += static_cast<int>(change.points);
  treatment.score.high += static_cast<int>(change.points);
  return treatment;
}

std::uint32_t first_after(const image::Image& image, const eval::Result& result, const Change& change) {
  TreatmentSummary first = changed(image, result.treatments[result.order.front()], change);
  for (const std::uint32_t index : result.order) {
    const TreatmentSummary other = changed(image, result.treatments[index], change);
    if (ranks_before(other, first)) first = other;
  }
  return first.index;
}

}  // namespace

// A change moves all treatments of its word alike and no class. So the first loses its place only to one of its own class,
// and only when just one of the two has the word: down where the first has it, up where the rival has it.
std::optional<Swap> first_place_swap(const image::Image& image, const eval::Result& result) {
  if (result.order.empty()) return std::nullopt;
  const TreatmentSummary& first = result.treatments[result.order.front()];
  std::optional<Change> best;
  for (const std::uint32_t index : result.order) {
    const TreatmentSummary& rival = result.treatments[index];
    const std::uint32_t first_word = image.treatments[first.index].strength;
    const std::uint32_t rival_word = image.treatments[index].strength;
    if (rank_class(rival) != rank_class(first) || first_word == rival_word) continue;
    const Points points = distance(first, rival);
    for (const Change& change : {Change{first_word, -points}, Change{rival_word, points}})
      if (change.strength != image::none && points <= largest_change && (!best || smaller(change, *best)))
        best = change;
  }
  if (!best) return std::nullopt;
  const std::uint32_t winner = first_after(image, result, *best);
  assert(winner != first.index);
  return Swap{best->strength, static_cast<std::int32_t>(best->points), winner};
}

}  // namespace vertebra::rank
