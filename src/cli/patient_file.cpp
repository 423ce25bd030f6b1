#include "cli/patient_file.hpp"

#include "cli/files.hpp"

namespace vertebra::cli {

Reply read_patient_file(const std::string& path, Patient& patient) {
  const auto input = read_input(path, patient_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) {
    return refused({*problem});
  }
  const auto& [name, text] = std::get<Input>(input);
  const auto read = read_patient(patient, text, name);
  return read ? Reply{Exit::done, {}, listed(read.diagnostics)} : refused(read.diagnostics);
}

}  // namespace vertebra::cli
