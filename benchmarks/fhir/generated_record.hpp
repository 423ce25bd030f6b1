#pragma once

#include <cstddef>
#include <string>

namespace generated_record {

// A FHIR R4 bundle of about so many bytes about one invented patient: observations with all that servers put around their
// values, conditions, prescriptions, visits and bills, in the proportions of a general practice. The same bytes each time.
std::string bundle(std::size_t bytes);

}  // namespace generated_record
