#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/dates.hpp"
#include "fhir/mapping.hpp"
#include "fhir/reason.hpp"

namespace vertebra::fhir {

// One entry's word on one fact.
struct Hint {
  Cells cells = 0;           // What it leaves possible of a boolean or a choice.
  double low = 0, high = 0;  // Of a quantity, in its unit.
  // Of what was measured or answered at a time only the newest counts; the rest of a record holds until it is ended.
  bool timed = false;
  std::optional<DateSpan> when{};  // Of a timed one; undated may be from any time.
  const Resource* resource = nullptr;
  std::string element;
  std::string_view date;
};

// What the hints on a fact say together.
struct Conclusion {
  std::optional<Answer> answer;
  std::vector<const Hint*> used;        // On which the answer rests, or which contradict each other.
  std::vector<const Hint*> superseded;  // Certainly older than another.
  Reason reason{};                      // Why there is no answer.
};

// Timed hints that may be the newest are joined, because one of them is; that and all that stands must hold together.
Conclusion conclude(const MappedFact& fact, const std::vector<Hint>& hints);

Answer answer_of(const MappedFact& fact, Cells cells);

}  // namespace vertebra::fhir
