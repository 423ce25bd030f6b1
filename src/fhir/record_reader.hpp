#pragma once

#include <string_view>
#include <variant>

#include "fhir/json_events.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// Reads the elements of elements.cpp out of a bundle, a resource or a bundle's entry. A problem means that the text is not
// JSON, not FHIR, or FHIR of a version that is not read; then nothing of it may be used.
std::variant<Record, JsonProblem> parse_record(std::string_view json);

}  // namespace vertebra::fhir
