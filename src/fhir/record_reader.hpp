#pragma once

#include <string_view>
#include <variant>

#include "fhir/json_problem.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// Reads the elements of elements.cpp out of a bundle, a resource or a bundle's entry, or of NDJSON with one of these a
// line. A problem means that the text is not JSON, not FHIR, or FHIR of a version that is not read; then nothing of it may
// be used. The record points into `json`.
std::variant<Record, JsonProblem> parse_record(std::string_view json, Kinds wanted = all_kinds);

}  // namespace vertebra::fhir
