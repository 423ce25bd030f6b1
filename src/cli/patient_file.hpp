#pragma once

#include <string>

#include <vertebra/patient.hpp>

#include "cli/reply.hpp"

namespace vertebra::cli {

// Reads the answers of a file, or of standard input for "-", over what is known of the patient.
Reply read_patient_file(const std::string& path, Patient& patient);

}  // namespace vertebra::cli
