#include <vertebra/engine.hpp>
#include <vertebra/what_if.hpp>

#include "cli/answers.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/rules.hpp"
#include "cli/terminal.hpp"
#include "cli/today.hpp"

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
                                     {"format", "FORM", "text or json (default: text)"}}),
      "vertebra counterfactuals --rules rules/low_back_pain --patient examples/data/five_months.yaml --change first",
  };
  return text;
}

Reply find(const Arguments& arguments, const Goal& goal, Date as_of, const std::string& format) {
  const auto read = read_subject(arguments, as_of);
  if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
  const auto& [engine, patient, told] = std::get<Subject>(read);
  const CounterfactualReply reply = Evaluator{engine}.counterfactuals(patient, as_of, goal);
  if (!reply.counterfactuals) return wrong_use(program_name(usage()), reply.problem.message, reply.problem.help);
  if (format == "json") return {Exit::done, to_json(*reply.counterfactuals) + "\n", told};
  return {Exit::done, to_text(*reply.counterfactuals, terminal_style()), told};
}

}  // namespace

Reply run_counterfactuals(const Words& words) {
  auto parsed = parse(usage(), words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *reply;
  const auto& arguments = std::get<Arguments>(parsed);
  const std::string format = arguments.get("format", "text");
  if (auto reply = check_patient(usage(), arguments)) return *reply;
  if (auto reply = check_choice(usage(), "format", format, {"text", "json"})) return *reply;
  const auto goal = read_goal(arguments.get("change"));
  if (!goal) {
    return wrong_use(program_name(usage()), "`--change` cannot be `" + arguments.get("change") + "`",
                     "choose `care`, `first` or `offered:` and a treatment, as in offered:ibuprofen");
  }
  Date as_of{};
  if (auto reply = read_day(usage(), arguments, as_of)) return *reply;
  return find(arguments, *goal, as_of, format);
}

}  // namespace vertebra::cli
