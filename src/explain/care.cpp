#include <algorithm>

#include "explain/advice.hpp"
#include "explain/reach.hpp"
#include "explain/words.hpp"

namespace vertebra::explain {
namespace {

bool waits_for(const image::RedFlag& flag, const eval::Result& result) {
  return flag.defers && result.deferred == Truth::unknown;
}

bool is_shown(const image::RedFlag& flag, const eval::Result& result) {
  const Truth truth = result.planes.at(flag.holds);
  if (truth != Truth::unknown) return truth == Truth::yes;
  return flag.level > result.care_least || waits_for(flag, result);
}

RedFlagAdvice describe(const image::Image& image, const eval::Result& result, const image::RedFlag& flag,
                       Reach& reach) {
  RedFlagAdvice advice;
  advice.id = image.view(flag.id);
  advice.guide = image.view(image.guides[flag.guide].id);
  advice.truth = result.planes.at(flag.holds);
  advice.level = level(image, flag.level);
  advice.because = image.view(flag.because);
  advice.sources = views(image, flag.sources);
  reach.add(advice.truth == Truth::yes ? flag.when : flag.holds);
  (advice.truth == Truth::yes ? advice.facts : advice.depends_on) = reach.take();
  return advice;
}

}  // namespace

std::optional<CareInterval> care(const image::Image& image, const eval::Result& result) {
  if (!result.care_assessed) return std::nullopt;
  CareInterval interval{level(image, result.care_least), level(image, result.care_most), {}};
  interval.most_urgent = result.care_least + 1 == image.care_levels.size();
  if (result.deferred == Truth::unknown) {
    Reach reach{image, result.planes};
    reach.add(image.deferred);
    interval.deferral_waits_on = reach.take();
  }
  return interval;
}

// The yes ones first, then the open ones; each most urgent first, then in profile and file order.
std::vector<RedFlagAdvice> red_flags(const image::Image& image, const eval::Result& result) {
  std::vector<RedFlagAdvice> advice;
  if (!result.care_assessed) return advice;
  Reach reach{image, result.planes};
  for (const image::RedFlag& flag : image.red_flags) {
    if (is_shown(flag, result)) advice.push_back(describe(image, result, flag, reach));
  }
  std::ranges::stable_sort(advice, [](const RedFlagAdvice& a, const RedFlagAdvice& b) {
    return a.truth != b.truth ? a.truth > b.truth : a.level.rank > b.level.rank;
  });
  return advice;
}

}  // namespace vertebra::explain
