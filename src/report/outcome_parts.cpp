#include "report/outcome_parts.hpp"

#include "explain/questions.hpp"

namespace vertebra::report {

OutcomeParts gather(const image::Image& image, const eval::Result& result) {
  OutcomeParts parts;
  parts.as_of = result.as_of;
  parts.profile = image.view(image.profile);
  parts.hash = image.view(image.hash);
  parts.guides = explain::guides(image, result);
  parts.care = explain::care(image, result);
  parts.red_flags = explain::red_flags(image, result);
  parts.treatments = explain::treatments(image, result);
  parts.scores = explain::scores(image, result);
  parts.certain_first = explain::certain_first(image, result);
  parts.conflicts = explain::conflicts(image, result);
  parts.notices = explain::notices(image, result);
  parts.standing_notices = explain::standing_notices(image, result);
  parts.ask = explain::Questions{image, result}.list();
  parts.weak_sources = explain::weak_sources(image);
  return parts;
}

}  // namespace vertebra::report
