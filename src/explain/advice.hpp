#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

#include "eval/result.hpp"
#include "image/image.hpp"

// The parts of an outcome in words, read back from the planes of the run. Nothing here decides anything: what holds was
// settled by eval. Views point into the image.
namespace vertebra::explain {

std::vector<GuideAdvice> guides(const image::Image& image, const eval::Result& result);
std::optional<CareInterval> care(const image::Image& image, const eval::Result& result);
std::vector<RedFlagAdvice> red_flags(const image::Image& image, const eval::Result& result);
std::vector<TreatmentAdvice> treatments(const image::Image& image, const eval::Result& result);
// Whether an outcome says anything of it: where a block is certain, only what blocks for certain is worth saying.
bool is_said(const image::Image& image, const eval::Result& result, const image::Treatment& treatment,
             const image::Warning& warning);
std::optional<CertainFirst> certain_first(const image::Image& image, const eval::Result& result);
std::vector<ConflictAdvice> conflicts(const image::Image& image, const eval::Result& result);
// Of the guides that are not out of scope.
std::vector<ScoreAdvice> scores(const image::Image& image, const eval::Result& result);
std::vector<NoticeAdvice> notices(const image::Image& image, const eval::Result& result);
// Those of the notices whose guide says them to every patient in its scope.
std::vector<NoticeAdvice> standing_notices(const image::Image& image, const eval::Result& result);

// A source that was not read in the text itself: its mark is V2 (a secondary account) or GK (general knowledge).
struct WeakSource {
  std::string_view guide;
  std::string_view id;
  std::string_view mark;
};
// Of every guide of the profile, in profile order, then as written.
std::vector<WeakSource> weak_sources(const image::Image& image);

}  // namespace vertebra::explain
