#pragma once

#include <string>
#include <vector>

#include <vertebra/outcome.hpp>

namespace vertebra::report {

// A line under a treatment: what hangs before it ("+8", "!", "?") and what it says.
struct Reason {
  std::string lead;
  std::string text;
  friend bool operator==(const Reason&, const Reason&) = default;
};

// Why a treatment stands where it does: its points, cautions, what it waits on, and what consulted guides say.
std::vector<Reason> reasons(const TreatmentAdvice& treatment);

}  // namespace vertebra::report
