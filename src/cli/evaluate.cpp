#include <vertebra/cases.hpp>
#include <vertebra/engine.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/rule_set.hpp>

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
      "evaluate",
      "Says what a rule set advises for one patient, and why. A patient file is a flat map of fact to answer in YAML "
      "or\n"
      "JSON; what it leaves out is unknown, which is never taken for no. A FHIR record is read before it, so that an\n"
      "answer of the patient file counts where both speak.",
      patient_options(
          rules_or_image_option,
          {{"fhir-report", "FILE", "where to write, as JSON, what was read and what not (text: it follows the advice)"},
           as_of_option,
           {"format", "FORM", "text or json (default: text)"},
           {"as-case", "NAME", "write a case for `vertebra test` instead, for a person to review"}}),
      "vertebra evaluate --rules rules/low_back_pain --patient examples/data/few_answers.yaml --as-of 2026-01-31",
  };
  return text;
}

std::string written(const Outcome& outcome, const std::string& format) {
  if (format == "json") return outcome.to_json() + "\n";
  return to_text(outcome, terminal_style());
}

Reply evaluate(const Arguments& arguments, Date as_of, const std::string& format) {
  auto loaded = load_rules_or_image(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  Reply reply = read_answers(arguments, engine, as_of, patient);
  if (reply.exit != Exit::done) return reply;
  Evaluator evaluator{engine};
  const Outcome& said = evaluator.evaluate(patient, as_of);
  if (const auto name = arguments.find("as-case"))
    return {Exit::done, to_case(patient, said, *name), reply.err + reply.out};
  const std::string outcome = written(said, format);
  // The JSON form is for programs, so what is told of the record goes beside it.
  if (format == "json") return {Exit::done, outcome, reply.err + reply.out};
  return {Exit::done, outcome + reply.out, reply.err};
}

// An id, as the rule files have them.
bool is_case_name(std::string_view name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  const std::string all = std::string{letters} + "0123456789_";
  return !name.empty() && letters.find(name.front()) != std::string_view::npos &&
         name.find_first_not_of(all) == std::string_view::npos;
}

}  // namespace

Reply run_evaluate(const Words& words) {
  auto parsed = parse(usage(), words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *reply;
  const auto& arguments = std::get<Arguments>(parsed);
  const std::string format = arguments.get("format", "text");
  if (auto reply = check_patient(usage(), arguments)) return *reply;
  if (auto reply = check_choice(usage(), "format", format, {"text", "json"})) return *reply;
  if (const auto name = arguments.find("as-case"); name && !is_case_name(*name)) {
    return wrong_use(program_name(usage()), "`" + *name + "` cannot name a case",
                     "use lower-case letters, digits and _, beginning with a letter");
  }
  if (auto reply = check_image_options(usage(), arguments)) return *reply;
  Date as_of{};
  if (auto reply = read_day(usage(), arguments, as_of)) return *reply;
  return evaluate(arguments, as_of, format);
}

}  // namespace vertebra::cli
