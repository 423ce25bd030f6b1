#include <unistd.h>

#include <cstdlib>

#include <vertebra/engine.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/rule_set.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/today.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "evaluate",
      "Says what a rule set advises for one patient, and why. A patient file is a flat map of fact to answer in YAML "
      "or\n"
      "JSON; what it leaves out is unknown, which is never taken for no.",
      {{"rules", "DIR", "the folder of the rule set", true},
       {"profile", "ID", "a profile or a guide of it (default: the profile `default`)"},
       {"patient", "FILE", "the answers; - for standard input", true},
       {"as-of", "DATE", "the day of the evaluation, as 2026-01-31 (default: today)"},
       {"format", "FORM", "text or json (default: text)"}},
      "vertebra evaluate --rules rules/low_back_pain --patient examples/data/few_answers.yaml --as-of 2026-01-31",
  };
  return text;
}

// One source of answers. Those read later replace earlier ones.
Reply read_answers(const std::string& path, Patient& patient) {
  const auto input = read_input(path, patient_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) {
    return refused({*problem});
  }
  const auto& [name, text] = std::get<Input>(input);
  const auto read = read_patient(patient, text, name);
  return read ? Reply{Exit::done, {}, listed(read.diagnostics)} : refused(read.diagnostics);
}

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

std::string written(const Outcome& outcome, const std::string& format) {
  if (format == "json") return outcome.to_json() + "\n";
  TextStyle style;
  style.color = wants_color();
  return to_text(outcome, style);
}

Reply evaluate(const Arguments& arguments, Date as_of, const std::string& format) {
  const std::string folder = arguments.get("rules");
  if (const auto problem = check_folder(folder)) return refused({*problem});
  auto loaded = load_rule_set(folder, arguments.get("profile", "default"));
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  Reply reply = read_answers(arguments.get("patient"), patient);
  if (reply.exit != Exit::done) return reply;
  Evaluator evaluator{engine};
  reply.out = written(evaluator.evaluate(patient, as_of), format);
  return reply;
}

}  // namespace

Reply run_evaluate(const Words& words) {
  auto parsed = parse(usage(), words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *reply;
  const auto& arguments = std::get<Arguments>(parsed);
  const std::string format = arguments.get("format", "text");
  if (auto reply = check_choice(usage(), "format", format, {"text", "json"})) return *reply;
  Date as_of = today();
  if (const auto day = arguments.find("as-of"); day && !parse_date(*day, as_of)) {
    return wrong_use(program_name(usage()), "`" + *day + "` is not a day of the calendar",
                     "write year, month and day, as 2026-01-31");
  }
  return evaluate(arguments, as_of, format);
}

}  // namespace vertebra::cli
