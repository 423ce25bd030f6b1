// Any bytes as a compiled rule set: as they are, and in a file whose head is true of them, for only that gets beyond the
// checksum. Either a message, or rules that can be run over patients of whom nothing and everything is known, and that are
// written again to the byte.

#include <string>
#include <variant>

#include <vertebra/cohort.hpp>
#include <vertebra/vertebra.hpp>
#include <vertebra/vocabulary.hpp>

#include "fuzz/promise.hpp"
#include "image/image_file.hpp"

namespace vertebra::fuzz {
namespace {

constexpr Date as_of = date(2026, 1, 31);

// The lowest of every fact; what the fact then refuses stays unknown.
void answer_all(const RuleSet& rules, Patient& patient) {
  const auto all = facts(rules);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    Answer answer{false};
    if (all[i].kind == FactKind::choice) answer = choice(all[i].choices.front());
    if (all[i].kind == FactKind::quantity) answer = Quantity{all[i].min, all[i].min, {}};
    static_cast<void>(patient.set(FactId{i}, answer));
  }
}

void evaluate(const Engine& engine) {
  Evaluator evaluator{engine};
  Patient patient{engine};
  const Outcome& outcome = evaluator.evaluate(patient, as_of);
  promise(!outcome.to_json().empty() && !to_text(outcome, {}).empty(), "a report says something");
  evaluator.ask_next(patient, as_of);
  answer_all(engine.rule_set(), patient);
  promise(!evaluator.evaluate(patient, as_of).to_json().empty(), "a report says something");
  evaluator.ask_next(patient, as_of);
  promise(bool{evaluate_cohort(engine, {3, {}}, as_of, {true, true, true, true, true, true})}, "a cohort");
}

void check(const std::string& bytes) {
  const LoadResult loaded = load_image(bytes, "rules.image");
  promise(loaded.rule_set.has_value() != has_errors(loaded.diagnostics), "rules or an error, and only one of them");
  for (const Diagnostic& each : loaded.diagnostics) promise(!to_string(each).empty(), "a message");
  if (!loaded.rule_set) return;
  promise(to_image(*loaded.rule_set) == bytes, "the same file again");
  evaluate(Engine{*loaded.rule_set});
}

void run(std::string_view bytes) {
  check(std::string{bytes});
  const std::size_t head = image::seal({}).size();
  if (bytes.size() >= head) check(image::seal(bytes.substr(head)));
}

}  // namespace
}  // namespace vertebra::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  vertebra::fuzz::run(vertebra::fuzz::as_text(data, size));
  return 0;
}
