#include "eval/cohort_plan.hpp"

#include <algorithm>

#include "eval/operands.hpp"

namespace vertebra::eval {
namespace {

constexpr std::size_t half_of_l2 = std::size_t{512} * 1024;
constexpr std::size_t least_rows = 512, most_rows = 4096;

}  // namespace

CohortPlan::CohortPlan(const image::Image& from)
    : image{from},
      exclusions{find_exclusions(from)},
      kinds{find_kinds(from)},
      bounds{score_bounds(from)},
      fits_short_words{eval::fits_short_words(from, bounds)} {
  for (const image::Gate& gate : image.gates) {
    const auto begin = static_cast<std::uint32_t>(operands.size());
    each_operand(image, gate, [&](image::Literal each) { operands.push_back(each); });
    gates.push_back({begin, static_cast<std::uint32_t>(operands.size())});
  }
  for (const image::Guide& guide : image.guides) {
    if (guide.role != image::Role::consult && guide.has_red_flags) assessing.push_back(guide.scope);
  }
  std::vector<std::vector<Share>> by_treatment(image.treatments.size());
  for (const image::EffectRow& row : image.rows) {
    for (std::uint32_t i = row.effects.begin; i < row.effects.end; ++i) {
      const image::Effect& effect = image.effects[i];
      const std::int32_t all = effect.gain + effect.loss;
      const auto open = score_word<std::uint32_t>(effect.loss, effect.gain);
      by_treatment[effect.treatment].push_back({row.when, score_word<std::uint32_t>(all, all) - open, 0 - open});
    }
  }
  for (std::uint32_t i = 0; i < by_treatment.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(shares.size());
    shares.insert(shares.end(), by_treatment[i].begin(), by_treatment[i].end());
    shares_of.push_back({begin, static_cast<std::uint32_t>(shares.size())});
    const std::int32_t points = image.base[i] - bounds.least;
    std::uint32_t word =
        score_word<std::uint32_t>(points, points) + static_cast<std::uint32_t>(by_treatment.size()) - 1 - i;
    for (const Share& each : by_treatment[i]) word -= each.when_no;  // All are unknown at first.
    base.push_back(word);
  }
}

std::size_t CohortPlan::rows_a_block() const {
  const std::size_t bytes_a_row = image.node_end() / 4 + image.treatments.size() * 2 * sizeof(std::uint32_t);
  return std::clamp(half_of_l2 / std::max<std::size_t>(bytes_a_row, 1) / least_rows * least_rows, least_rows,
                    most_rows);
}

}  // namespace vertebra::eval
