#include <vertebra/cases.hpp>
#include <vertebra/engine.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/rule_set.hpp>

#include "cli/answers.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "evaluate",
      "Says what a rule set advises for one patient, and why. A patient file is a flat map of fact to answer in YAML "
      "or\n"
      "JSON; what it leaves out is unknown, which is never taken for no. A FHIR record is read before it, so that an\n"
      "answer of the patient file counts where both speak.",
      patient_options(
          rules_or_image_option,
          {{"fhir-report", "FILE", "where to write, as JSON, what was read and what not (text: it follows the advice)"},
           as_of_option,
           one_of("text,json", {"format", "FORM", "text or json (default: text)"}),
           {"as-case", "NAME", "write a case for `vertebra test` instead, for a person to review"}}),
      "vertebra evaluate --rules rules/low_back_pain --patient examples/data/few_answers.yaml --as-of 2026-01-31",
  };
  return text;
}

Reply evaluate(const Arguments& arguments) {
  const auto name = arguments.find("as-case");
  if (name && !is_id(*name)) {
    return wrong_use(program_name(usage()), "`" + *name + "` cannot name a case",
                     "use lower-case letters, digits and _, beginning with a letter");
  }
  if (auto reply = check_image_options(usage(), arguments)) return *reply;
  const auto read = read_subject(usage(), arguments, &load_rules_or_image);
  if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
  const auto& subject = std::get<Subject>(read);
  Evaluator evaluator{subject.engine};
  const Outcome& outcome = evaluator.evaluate(subject.patient, subject.as_of);
  if (name) return {Exit::done, to_case(subject.patient, outcome, *name), subject.told()};
  // The JSON form is for programs, so what is told of the record goes beside it.
  if (arguments.get("format") == "json") return {Exit::done, outcome.to_json() + "\n", subject.told()};
  return {Exit::done, to_text(outcome, terminal_style()) + subject.record, subject.warnings};
}

}  // namespace

Reply run_evaluate(const Words& words) { return run_command(usage(), words, evaluate); }

}  // namespace vertebra::cli
