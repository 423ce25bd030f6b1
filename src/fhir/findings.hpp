#pragma once

#include <string>
#include <vector>

#include <vertebra/fhir.hpp>
#include <vertebra/patient.hpp>

#include "fhir/mapping.hpp"
#include "fhir/people.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

struct Findings {
  std::vector<FoundFact> found;      // In vocabulary order.
  std::vector<UnknownFact> unknown;  // The others, in vocabulary order.
  std::vector<Skipped> skipped;      // In record order, then what is only counted.
};

// What the entries of one person say by the mapping on the day of evaluation. `complete`: sources that the caller knows to
// be complete in this record.
Findings find_answers(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of,
                      SourceMask complete = 0);

}  // namespace vertebra::fhir
