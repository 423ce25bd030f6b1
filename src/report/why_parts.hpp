#pragma once

#include <string_view>
#include <vector>

#include <vertebra/why.hpp>

namespace vertebra::report {

// A treatment that was asked about.
struct WhyTreatment {
  TreatmentSummary summary;
  std::string_view id;
  std::string_view label;
};

// All that an answer to "why" says, so that its forms are pure functions of it.
struct WhyParts {
  std::string_view profile;
  std::string_view hash;
  Date as_of;
  const WhyQuestion& question;
  Truth truth = Truth::unknown;
  std::vector<std::string_view> facts;
  std::vector<std::string_view> waits_on;
  std::vector<WhyNode> nodes;
  std::vector<WhyTreatment> treatments;  // The one asked for, or both of a rank.
};

}  // namespace vertebra::report
