#pragma once

#include "eval/result.hpp"
#include "image/image.hpp"

// From planes to what an outcome says. Each step reads the planes and the steps before it.
namespace vertebra::eval {

// The care interval, and whether treatments wait.
void assemble_care(const image::Image& image, Result& result) noexcept;

// The exact score interval of every treatment: TreatmentSummary::score.
void assemble_scores(const image::Image& image, Result& result) noexcept;

// Verdicts with their causes.
void assemble_verdicts(const image::Image& image, Result& result) noexcept;

// Ranks and Result::order. No ranks while the ranking guide's scope is open, and none at the most urgent level.
void assemble_ranks(const image::Image& image, Result& result) noexcept;

// True when the treatment takes part in the ranking: offered, provisional, or waiting for a visit.
inline bool is_listed(const TreatmentSummary& treatment) noexcept {
  return treatment.verdict != Verdict::withheld || treatment.cause == Cause::deferred;
}

}  // namespace vertebra::eval
