#include <vertebra/engine.hpp>
#include <vertebra/what_if.hpp>

#include "cli/answers.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "counterfactuals",
      "Finds the fewest other answers, up to three, that would change the advice: care, which treatment comes first, "
      "or\n"
      "whether a treatment is offered. Each is a patient who breaks no consistency rule.",
      patient_options(rules_option, {{"change", "WHAT", "care, first or offered:TREATMENT", true},
                                     as_of_option,
                                     one_of("text,json", {"format", "FORM", "text or json (default: text)"})}),
      "vertebra counterfactuals --rules rules/low_back_pain --patient examples/data/five_months.yaml --change first",
  };
  return text;
}

Reply find(const Arguments& arguments) {
  const std::string change = arguments.get("change");
  const auto goal = read_goal(change);
  if (!goal) {
    return wrong_use(program_name(usage()), "`--change` cannot be `" + change + "`",
                     "choose `care`, `first` or `offered:` and a treatment, as in offered:ibuprofen");
  }
  const auto read = read_subject(usage(), arguments);
  if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
  const auto& subject = std::get<Subject>(read);
  const auto reply = Evaluator{subject.engine}.counterfactuals(subject.patient, subject.as_of, *goal);
  if (!reply.counterfactuals) return wrong_use(program_name(usage()), reply.problem.message, reply.problem.help);
  if (arguments.get("format") == "json") return {Exit::done, to_json(*reply.counterfactuals) + "\n", subject.told()};
  return {Exit::done, to_text(*reply.counterfactuals, terminal_style()), subject.told()};
}

}  // namespace

Reply run_counterfactuals(const Words& words) { return run_command(usage(), words, find); }

}  // namespace vertebra::cli
