#include "report/chosen.hpp"

#include "report/phrases.hpp"

namespace vertebra::report {

Chosen choose(const OutcomeParts& parts, Verdict verdict, Cause cause) {
  Chosen out;
  for (const auto& treatment : parts.treatments) {
    if (treatment.verdict == verdict && (verdict != Verdict::withheld || treatment.cause == cause)) {
      out.push_back(&treatment);
    }
  }
  return out;
}

std::string label_of(const TreatmentAdvice& treatment) { return named(treatment.label, treatment.id); }

std::string label_of(const OutcomeParts& parts, std::string_view id) {
  for (const auto& treatment : parts.treatments) {
    if (treatment.id == id) return label_of(treatment);
  }
  return spelled(id);
}

std::string labels_of(const Chosen& chosen) {
  std::vector<std::string> labels;
  for (const auto* treatment : chosen) labels.push_back(label_of(*treatment));
  return name_list(labels);
}

}  // namespace vertebra::report
