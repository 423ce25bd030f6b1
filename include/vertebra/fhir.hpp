#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/patient.hpp>
#include <vertebra/rule_set.hpp>

// FHIR R4 records in (JSON). Link vertebra::fhir.
namespace vertebra::fhir {

// Where each fact is looked for in a record: read from rules by load_mapping, checked against the vocabulary.
class Mapping;

// One fact that a record answered, and where it stands there.
struct Evidence {
  std::string fact;
  std::string resource;  // "Condition/123", or "entry[3]" where it has no id.
  std::string element;   // "code", "birthDate"
};

// Something in the record that was not used, and why.
struct Skipped {
  std::string resource;
  std::string reason;
};

struct ReadResult {
  std::vector<Evidence> evidence;
  std::vector<Skipped> skipped;         // Resources of kinds that no mapping reads are counted once a kind.
  std::vector<Diagnostic> diagnostics;  // Errors: the record could not be read at all, and the patient is unchanged.
  explicit operator bool() const noexcept { return !has_errors(diagnostics); }
};

}  // namespace vertebra::fhir
