#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/patient.hpp>
#include <vertebra/rule_set.hpp>

// FHIR R4 records in (JSON). Link vertebra::fhir.
//
//   auto mapping = vertebra::fhir::load_mapping("rules/low_back_pain", engine.rule_set());
//   if (!mapping.mapping) return show(mapping.diagnostics);
//   auto read = vertebra::fhir::read_record(*mapping.mapping, json, "bundle.json", as_of, patient);
//   if (!read) return show(read.diagnostics);
//
// What a record does not say stays unknown: a code that is absent never becomes a no. Messages, evidence and reasons name
// facts, resources and elements, never what stands in them.
namespace vertebra::fhir {

// Where each fact is looked for in a record: read from rules by load_mapping, checked against the vocabulary.
// Immutable: share one among threads. Copies share one body.
class Mapping {
 public:
  struct State;
  explicit Mapping(std::shared_ptr<const State> state) : state_{std::move(state)} {}

  const State& state() const noexcept { return *state_; }  // For the library itself.

 private:
  std::shared_ptr<const State> state_;
};

struct MappingResult {
  std::optional<Mapping> mapping;       // Set when no diagnostic is an error.
  std::vector<Diagnostic> diagnostics;  // In file order.
};

// Reads the `fhir_mapping` documents of a rule folder, which load_rule_set leaves alone. The only function here that reads
// files; limits as for rules.
MappingResult load_mapping(std::string_view folder, const RuleSet& rule_set);

// One fact that a record answered, and where it stands there.
struct Evidence {
  std::string fact;
  std::string resource;  // "Condition/123", or "entry[3]" where it has no id.
  std::string element;   // "code", "birthDate"
};

// Something in the record that was not used, and why.
struct Skipped {
  std::string resource;  // As in Evidence; or a kind of resource, for those that are only counted.
  std::string reason;
};

struct ReadResult {
  std::vector<Evidence> evidence;       // In vocabulary order, then record order.
  std::vector<Skipped> skipped;         // Resources of kinds that no mapping reads are counted once a kind.
  std::vector<Diagnostic> diagnostics;  // Errors: the record could not be read at all, and the patient is unchanged.
  explicit operator bool() const noexcept { return !has_errors(diagnostics); }
};

// Reads a Bundle of any type, a single resource, or one entry of a bundle: JSON, at most 64 MiB and 64 levels deep. What is
// found replaces earlier answers of `patient`; all else is left as it was. `name` stands in messages. `patient` must be of
// an engine with the mapping's rule set.
ReadResult read_record(const Mapping& mapping, std::string_view json, std::string_view name, Date as_of,
                       Patient& patient);

}  // namespace vertebra::fhir
