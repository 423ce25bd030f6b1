#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <vertebra/interview.hpp>
#include <vertebra/outcome.hpp>

#include "explain/advice.hpp"

namespace vertebra::report {

// All that an outcome says, read back once, so that the forms for people and for programs are pure functions of it.
struct OutcomeParts {
  Date as_of;
  std::string_view profile;
  std::string_view hash;
  std::vector<GuideAdvice> guides;
  std::optional<CareInterval> care;
  std::vector<RedFlagAdvice> red_flags;
  std::vector<TreatmentAdvice> treatments;  // In rank order, then catalogue order.
  std::vector<ScoreAdvice> scores;          // In profile order, then file order.
  std::optional<CertainFirst> certain_first;
  std::vector<ConflictAdvice> conflicts;
  std::vector<NoticeAdvice> notices;
  std::vector<NoticeAdvice> standing_notices;  // Those of them that are said to everybody.
  std::vector<Question> ask;                   // The most telling first.
  std::vector<explain::WeakSource> weak_sources;
};

OutcomeParts gather(const image::Image& image, const eval::Result& result);

}  // namespace vertebra::report
