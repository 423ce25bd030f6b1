#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "report/outcome_parts.hpp"

namespace vertebra::test {

using Ids = std::vector<std::string_view>;

inline const CareLevel self_care{0, "self_care", "Care for yourself at home"};
inline const CareLevel within_days{1, "within_days", "Be seen within days"};
inline const CareLevel same_day{2, "same_day", "Speak to a clinician today"};
inline const CareLevel emergency{3, "emergency", "Go to an emergency department now"};

// An outcome with a profile and these care levels, and nothing else.
report::OutcomeParts empty_outcome();

// The outcome that the contract's example of the JSON form shows, by hand.
report::OutcomeParts sample_outcome();

TreatmentAdvice treatment(std::string_view id, std::string_view label, Verdict verdict, Cause cause = Cause::none);
TreatmentAdvice ranked(int rank, std::string_view id, std::string_view label, Verdict verdict, Score score);

// Each names what decided: the facts for yes, what it waits on for unknown.
RedFlagAdvice red_flag(std::string_view id, Truth truth, CareLevel level, std::string_view because, Ids sources,
                       Ids facts);
ArgumentAdvice argument(std::string_view id, int points, Truth truth, std::string_view because, Ids sources, Ids facts);
ContraindicationAdvice contraindication(std::string_view id, Effect effect, Truth truth, std::string_view because,
                                        Ids sources, Ids facts);

// A question that could raise care to a level, or could not.
Question question(std::string_view fact, std::string_view ask, std::initializer_list<Change> could_change,
                  std::optional<CareLevel> could_raise = {});

}  // namespace vertebra::test
