#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

#include "report/chosen.hpp"

namespace vertebra::report {

inline constexpr std::string_view caution_lead = "!";

// A line under a treatment: what hangs before it ("+8", "!", "?") and what it says.
struct Reason {
  std::string lead;
  std::string text;
  friend bool operator==(const Reason&, const Reason&) = default;
};

// What every one of some treatments waits on, in vocabulary order: it is said once for all.
std::vector<std::string_view> common_waits(const Chosen& treatments);

// Why a treatment stands where it does: its points, cautions, what it waits on beyond `said_before`, and what consulted
// guides say. Of one that waits on much, only its cautions and what it waits on.
std::vector<Reason> reasons(const TreatmentAdvice& treatment, const std::vector<std::string_view>& said_before);

}  // namespace vertebra::report
