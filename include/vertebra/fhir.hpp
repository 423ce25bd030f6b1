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
//   show(vertebra::fhir::to_json(read));   // every fact with its evidence, every unknown with its cause
//
// What a record does not say stays unknown: a code that is absent never becomes a no. Messages, reasons and evidence name
// facts, resources, elements and days, never what else stands in them.
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

// Reads the `fhir_mapping` documents of a rule folder, which load_rule_set leaves alone, or one such file. The only
// function here that reads files; limits as for rules.
MappingResult load_mapping(std::string_view path, const RuleSet& rule_set);

// A place in a record on which an answer rests.
struct Evidence {
  std::string resource;  // "Condition/123"; "entry[3]" or "line 3" where it has no usable id.
  std::string element;   // "code", "valueQuantity", "component[1].valueQuantity"
  std::string date;      // The day, month or year that it is from; empty where the record does not say.
};

struct FoundFact {
  std::string fact;
  Answer answer;
  std::vector<Evidence> evidence;  // In record order, at least one.
};

// Why something was not used, and so why a fact is unknown. Where several hold for a fact, the first of them is told.
enum class Cause {
  contradicted,     // Entries of equal worth say different things.
  wrong_unit,       // A number in a unit that is not known, or does not convert.
  not_readable,     // A value of a kind, or outside the range, that the fact can have.
  irregular,        // Not as FHIR R4 has it: an element of a wrong type, a missing status, a date that is none.
  unclear_code,     // A code under another code system, not checked well enough, or that leaves everything open.
  too_old,          // Older than the mapping lets it count.
  not_answered,     // Asked, without an answer: dataAbsentReason, an item without answer.
  refused_status,   // Its status does not count: stopped, refuted, entered in error, not yet begun.
  draft_order,      // A draft, a proposal or a plan: never a current medicine.
  another_person,   // It is about somebody else.
  list_incomplete,  // Nothing was found, and nobody has said that the list is complete.
  not_found,        // Nothing in the record speaks of it.
  not_mapped,       // The mapping does not say where it is read.
};

// "wrong_unit"
std::string_view to_string(Cause cause) noexcept;

struct UnknownFact {
  std::string fact;
  Cause cause = Cause::not_found;
  std::string resource;     // What stood in the way; empty where nothing was found.
  std::string_view reason;  // A sentence that the library holds.
};

// Something in the record that was not used, and why.
struct Skipped {
  std::string resource;  // As in Evidence; or a kind of resource, for those that are only counted.
  std::string fact;      // Empty where it would have said nothing of a single fact.
  Cause cause = Cause::not_found;
  std::string_view reason;
  int count = 0;  // How many, for those that are only counted.
};

struct ReadResult {
  std::string patient_id;               // Of the Patient; empty where the record has none, or could not be read.
  std::vector<FoundFact> facts;         // In vocabulary order.
  std::vector<UnknownFact> unknown;     // All others of the vocabulary, in its order.
  std::vector<Skipped> skipped;         // In record order, then what is only counted.
  std::vector<Diagnostic> diagnostics;  // Errors: the record could not be read at all, and the patient is unchanged.
  explicit operator bool() const noexcept { return !has_errors(diagnostics); }
};

struct ReadOptions {
  // Refuse a record in which anything is irregular, instead of passing it over with a report.
  bool strict = false;
  // The id of the patient whose resources are read, for a record about several; without it such a record is refused.
  std::string patient_id;
  // Sources ("medication", "condition", "allergy", "procedure") of which the caller knows that the record holds all there
  // is. Only then may the mapping take "not there" as an answer.
  std::vector<std::string> complete;
};

// Reads a Bundle of any type, a single resource, one entry of a bundle, or NDJSON with a resource a line: JSON, at most
// 64 MiB a bundle or line and 64 levels deep. What is found replaces earlier answers of `patient`; all else is left as it
// was. `name` stands in messages. `patient` must be of an engine with the mapping's rule set.
ReadResult read_record(const Mapping& mapping, std::string_view json, std::string_view name, Date as_of,
                       Patient& patient, const ReadOptions& options = {});

// Everything that was read, found unknown and skipped, for programs: one object on one line.
std::string to_json(const ReadResult& result);

// The same as a patient file in YAML: answers with their evidence as comments, unknown facts with their cause. It can be
// edited and given to read_patient.
std::string to_patient_file(const ReadResult& result, std::string_view name, Date as_of);

}  // namespace vertebra::fhir
