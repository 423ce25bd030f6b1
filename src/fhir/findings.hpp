#pragma once

#include <string>
#include <vector>

#include <vertebra/fhir.hpp>
#include <vertebra/patient.hpp>

#include "fhir/mapping.hpp"
#include "fhir/people.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// An answer that a record gives, with the places that it rests on.
struct Finding {
  std::string fact;
  Answer answer;
  std::vector<Evidence> evidence;
};

struct Findings {
  std::vector<Finding> found;    // In vocabulary order.
  std::vector<Skipped> skipped;  // In record order, then what is only counted.
};

// What the entries of one person say by the mapping on the day of evaluation.
Findings find_answers(const Mapping::State& mapping, const Record& record, const Person& person, Date as_of);

}  // namespace vertebra::fhir
