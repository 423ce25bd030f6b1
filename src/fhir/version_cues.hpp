#pragma once

#include <optional>
#include <string>

#include "fhir/record.hpp"

namespace vertebra::fhir {

// What in one resource shows that it was not written as R4 (or R5); nothing when all of it may be.
std::optional<VersionCue> version_cue(const Resource& resource);

// "FHIR DSTU2".
std::string name_of(FhirVersion version);

}  // namespace vertebra::fhir
