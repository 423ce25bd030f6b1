// Any bytes as a patient of the shipped rules, through the public doors: answers in YAML and in JSON, and a FHIR record. A
// refused file leaves the patient as it was; whatever was read can be evaluated.

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "api/state.hpp"
#include "fuzz/promise.hpp"

namespace vertebra::fuzz {
namespace {

constexpr std::string_view rules_folder = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
constexpr Date as_of = date(2026, 1, 31);

struct Bench {
  Engine engine;
  fhir::Mapping mapping;
  Evaluator evaluator{engine};
  Patient unknown{engine};
};

Bench& bench() {
  static Bench made = [] {
    auto loaded = load_rule_set(rules_folder, "default");
    promise(loaded.rule_set.has_value(), "the shipped rules load");
    auto mapping = fhir::load_mapping(rules_folder, *loaded.rule_set);
    promise(mapping.mapping.has_value(), "the shipped mapping loads");
    return Bench{Engine{*std::move(loaded.rule_set)}, *std::move(mapping.mapping)};
  }();
  return made;
}

void settle(const Patient& patient, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& each : diagnostics) promise(!to_string(each).empty(), "a message");
  if (has_errors(diagnostics))
    return promise(patient.state().answers == bench().unknown.state().answers, "a refused file changes nothing");
  const Outcome& outcome = bench().evaluator.evaluate(patient, as_of);
  promise(!outcome.to_json().empty() && !to_text(outcome, {}).empty(), "a report says something");
}

}  // namespace
}  // namespace vertebra::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  using namespace vertebra;
  const auto text = fuzz::as_text(data, size);
  for (const char* name : {"answers.yaml", "answers.json"}) {
    Patient patient{fuzz::bench().engine};
    fuzz::settle(patient, read_patient(patient, text, name).diagnostics);
  }
  Patient patient{fuzz::bench().engine};
  fuzz::settle(patient, fhir::read_record(fuzz::bench().mapping, text, "r.json", fuzz::as_of, patient).diagnostics);
  return 0;
}
