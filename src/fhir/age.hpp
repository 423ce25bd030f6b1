#pragma once

#include <optional>

#include <vertebra/patient.hpp>

#include "fhir/mapping.hpp"
#include "fhir/reason.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// The age in whole completed years, or why there is none.
struct Age {
  std::optional<Quantity> years;  // A range where the date of birth is a year or a month.
  Reason reason;
};

Age age_of(const Resource& patient, const MappedFact& fact, Date as_of);

}  // namespace vertebra::fhir
