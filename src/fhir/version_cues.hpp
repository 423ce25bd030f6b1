#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fhir/record.hpp"

namespace vertebra::fhir {

// What in one resource shows that it was not written as R4 (or R5); nothing when all of it may be.
std::optional<VersionCue> version_cue(const Resource& resource);

// True for kinds of which it takes more than their name or profile to tell.
bool elements_tell_version(std::string_view type) noexcept;

// "FHIR DSTU2".
std::string name_of(FhirVersion version);

}  // namespace vertebra::fhir
