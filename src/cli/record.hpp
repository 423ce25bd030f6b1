#pragma once

#include <string>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "cli/reply.hpp"

namespace vertebra::cli {

// Reads a FHIR record into the patient through the mapping of the rule folder. `out` tells which facts were found where and
// what was not used; `err` holds warnings or, when nothing could be read, what is wrong.
Reply read_fhir(const std::string& path, const std::string& folder, const Engine& engine, Date as_of, Patient& patient);

}  // namespace vertebra::cli
