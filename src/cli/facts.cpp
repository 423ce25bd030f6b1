#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/record.hpp"
#include "cli/rules.hpp"
#include "cli/today.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "facts",
      "Says what a FHIR record answers, on what each answer rests, and why the rest is unknown: as a patient file "
      "that\n"
      "can be edited and given to `vertebra evaluate --patient`, or as JSON with all that was not used.",
      {rules_option,
       profile_option,
       site_option,
       {"fhir", "FILE", fhir_option.about, true},
       mapping_option,
       patient_id_option,
       complete_option,
       strict_option,
       {"as-of", "DATE", "the day for which it is read, as 2026-01-31 (default: today)"},
       one_of("yaml,json", {"format", "FORM", "yaml or json (default: yaml)"})},
      "vertebra facts --rules rules/low_back_pain --fhir examples/data/acute_bundle.json --as-of 2026-01-31",
  };
  return text;
}

Reply facts(const Arguments& arguments) {
  auto loaded = load_rules(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  const Date as_of = day_of(arguments);
  const auto read = read_fhir(arguments, engine, as_of, patient);
  if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
  const auto& [name, result] = std::get<ReadFile>(read);
  const std::string text =
      arguments.get("format") == "json" ? to_json(result) + "\n" : to_patient_file(result, name, as_of);
  return {Exit::done, text, listed(result.diagnostics)};
}

}  // namespace

Reply run_facts(const Words& words) { return run_command(usage(), words, facts); }

}  // namespace vertebra::cli
