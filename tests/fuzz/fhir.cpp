// Any bytes as a FHIR record over the shipped rules and mapping, lenient and strict, and as one of several patients. What was
// read is complete, the same twice, and the same again by the patient file that is written of it.

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>
#include <vertebra/vocabulary.hpp>

#include "api/state.hpp"
#include "fuzz/promise.hpp"

namespace vertebra::fuzz {
namespace {

constexpr std::string_view rules_folder = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
constexpr Date as_of = date(2026, 1, 31);

struct Bench {
  Engine engine;
  fhir::Mapping mapping;
  std::size_t facts;
};

const Bench& bench() {
  static const Bench made = [] {
    auto loaded = load_rule_set(rules_folder, "default");
    promise(loaded.rule_set.has_value(), "the shipped rules load");
    auto mapping = fhir::load_mapping(rules_folder, *loaded.rule_set);
    promise(mapping.mapping.has_value(), "the shipped mapping loads");
    const std::size_t count = facts(*loaded.rule_set).size();
    return Bench{Engine{*std::move(loaded.rule_set)}, *std::move(mapping.mapping), count};
  }();
  return made;
}

struct Read {
  fhir::ReadResult result;
  Patient patient;
};

Read read(std::string_view text, const fhir::ReadOptions& options) {
  Patient patient{bench().engine};
  auto result = fhir::read_record(bench().mapping, text, "r.json", as_of, patient, options);
  return {std::move(result), std::move(patient)};
}

void check_complete(const fhir::ReadResult& result) {
  if (!result || result.facts.size() + result.unknown.size() == 0) return;  // Refused, or of the dead.
  promise(result.facts.size() + result.unknown.size() <= bench().facts, "each fact once");
  for (const auto& each : result.facts) promise(!each.evidence.empty(), "evidence", each.fact);
  for (const auto& each : result.unknown) promise(!each.reason.empty(), "a cause", each.fact);
  for (const auto& each : result.skipped) promise(!each.reason.empty(), "a reason", each.resource);
}

void check_patient_file(const Read& by_record) {
  const std::string file = to_patient_file(by_record.result, "r.json", as_of);
  Patient by_file{bench().engine};
  const auto back = read_patient(by_file, file, "edited.yaml");
  promise(static_cast<bool>(back), "a patient file that can be read", file);
  Evaluator evaluator{bench().engine};
  const std::string one = evaluator.evaluate(by_file, as_of).to_json();
  promise(one == evaluator.evaluate(by_record.patient, as_of).to_json(), "the same advice", file);
}

void run(std::string_view text) {
  const Read lenient = read(text, {});
  check_complete(lenient.result);
  promise(to_json(lenient.result) == to_json(read(text, {}).result), "reading twice says the same");
  if (lenient.result) check_patient_file(lenient);
  fhir::ReadOptions strict;
  strict.strict = true;
  strict.complete = {"medication", "allergy", "condition", "procedure"};
  const Read other = read(text, strict);
  check_complete(other.result);
  if (other.result) promise(static_cast<bool>(lenient.result), "strict takes no more than lenient");
  fhir::ReadOptions one;
  one.patient_id = "p";
  check_complete(read(text, one).result);
}

}  // namespace
}  // namespace vertebra::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  vertebra::fuzz::run(vertebra::fuzz::as_text(data, size));
  return 0;
}
