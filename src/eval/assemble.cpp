#include "eval/assemble.hpp"

#include <algorithm>

#include "eval/gate.hpp"

namespace vertebra::eval {
namespace {

bool is_favorable(image::Stance stance) noexcept {
  return stance == image::Stance::favors || stance == image::Stance::in_package;
}

// The first certain cause, in the order of the contract; none when nothing is certain.
Cause certain_cause(const image::Treatment& treatment, const Planes& planes, Truth scope, Truth deferred) noexcept {
  if (scope == Truth::no) return Cause::not_in_scope;
  if (treatment.stance == image::Stance::against) return Cause::against;
  if (!is_favorable(treatment.stance)) return Cause::no_recommendation;
  if (planes.at(treatment.blocked) == Truth::yes) return Cause::blocked;
  if (planes.at(treatment.indicated_when) == Truth::no) return Cause::not_indicated;
  return deferred == Truth::yes ? Cause::deferred : Cause::none;
}

// One number that sorts as the contract ranks, highest first. INVARIANT: |points| < 2^30, so each end fits 31 bits.
std::uint64_t rank_key(const TreatmentSummary& treatment) noexcept {
  constexpr std::int64_t offset = std::int64_t{1} << 30;
  const auto low = static_cast<std::uint64_t>(treatment.score.low + offset);
  const auto high = static_cast<std::uint64_t>(treatment.score.high + offset);
  const std::uint64_t group = treatment.verdict == Verdict::offered       ? 2
                              : treatment.verdict == Verdict::provisional ? 1
                                                                          : 0;
  return (group << 62) | (low << 31) | high;
}

}  // namespace

void assemble_care(const image::Image& image, Result& result) noexcept {
  result.care_assessed = std::ranges::any_of(image.guides, [&](const image::Guide& guide) {
    return guide.role != image::Role::consult && guide.has_red_flags && result.planes.at(guide.scope) != Truth::no;
  });
  result.care_least = 0;
  result.care_most = 0;
  for (const image::RedFlag& flag : image.red_flags) {
    const Truth truth = result.planes.at(flag.holds);
    if (truth == Truth::yes) result.care_least = std::max(result.care_least, flag.level);
    if (truth != Truth::no) result.care_most = std::max(result.care_most, flag.level);
  }
  result.deferred = result.planes.at(image.deferred);
}

void assemble_scores(const image::Image& image, Result& result) noexcept {
  const std::size_t count = image.treatments.size();
  for (std::size_t i = 0; i < count; ++i) result.treatments[i].score = {image.base[i], image.base[i]};
  for (const image::EffectRow& row : image.rows) {
    const Truth truth = result.planes.at(row.when);
    if (truth == Truth::no) continue;
    const std::int32_t* const gains = image.gains.data() + row.begin;
    const std::int32_t* const losses = image.losses.data() + row.begin;
    const bool certain = truth == Truth::yes;
    for (std::size_t i = 0; i < count; ++i) {
      Score& score = result.treatments[i].score;
      score.low += certain ? losses[i] + gains[i] : losses[i];
      score.high += certain ? losses[i] + gains[i] : gains[i];
    }
  }
}

void assemble_verdicts(const image::Image& image, Result& result) noexcept {
  if (image.treatments.empty()) return;
  const Truth scope = result.planes.at(image.guides.front().scope);
  for (std::size_t i = 0; i < image.treatments.size(); ++i) {
    const image::Treatment& treatment = image.treatments[i];
    TreatmentSummary& summary = result.treatments[i];
    summary.cause = certain_cause(treatment, result.planes, scope, result.deferred);
    if (summary.cause != Cause::none) {
      summary.verdict = Verdict::withheld;
    } else {
      const bool settled = result.planes.at(treatment.indication) == Truth::yes && result.deferred == Truth::no &&
                           result.planes.at(treatment.blocked) == Truth::no;
      summary.verdict = settled ? Verdict::offered : Verdict::provisional;
    }
  }
}

void assemble_ranks(const image::Image& image, Result& result) noexcept {
  result.order.clear();
  for (TreatmentSummary& treatment : result.treatments) treatment.rank = 0;
  if (image.treatments.empty() || result.planes.at(image.guides.front().scope) != Truth::yes) return;
  if (result.care_assessed && result.care_least + 1 == image.care_levels.size()) return;
  for (const TreatmentSummary& treatment : result.treatments) {
    if (is_listed(treatment)) result.order.push_back(treatment.index);
  }
  std::ranges::sort(result.order, [&](std::uint32_t a, std::uint32_t b) {
    const std::uint64_t first = rank_key(result.treatments[a]);
    const std::uint64_t second = rank_key(result.treatments[b]);
    return first != second ? first > second : a < b;
  });
  for (int rank = 0; const std::uint32_t index : result.order) result.treatments[index].rank = ++rank;
}

}  // namespace vertebra::eval
