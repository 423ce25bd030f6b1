#include <array>
#include <utility>

#include <vertebra/engine.hpp>
#include <vertebra/rule_set.hpp>

#include "cli/answers_file.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interview.hpp"
#include "cli/patient_file.hpp"
#include "cli/rules.hpp"
#include "cli/today.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "ask",
      "Asks what can still change the advice, the most telling question first, and says what is advised. Answers are\n"
      "words as in a patient file: yes, 6 wk, 3 wk .. 6 wk, one_leg or both_legs, unknown. Type why, back or quit at "
      "any\n"
      "question. With --answers every answer is kept at once, and the same command goes on where it was left.",
      {rules_option,
       profile_option,
       site_option,
       language_option,
       {"patient", "FILE", "what is known already"},
       {"answers", "FILE", "where answers are kept, in YAML; gone on from where it exists"},
       {"until", "CERTAINTY", "stop when this is certain: care, verdicts or rank (default: all advice)"},
       {"as-of", "DATE", "the day of the evaluation, as 2026-01-31 (default: today)"}},
      "vertebra ask --rules rules/low_back_pain --answers answers.yaml --until care",
  };
  return text;
}

constexpr std::array certainties{std::pair{"care", Until::care}, std::pair{"verdicts", Until::verdicts},
                                 std::pair{"rank", Until::rank}};

Until until_of(const std::string& word) {
  for (const auto& [name, until] : certainties)
    if (word == name) return until;
  return Until::everything;
}

Reply ask(const Arguments& arguments, const InterviewPlan& plan) {
  auto loaded = load_rules(arguments);
  if (!loaded.rule_set) return refused(loaded.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  Known known{Patient{engine}, {}, {}, {}};
  std::string warnings;
  if (const auto patient = arguments.find("patient")) {
    const Reply read = read_patient_file(*patient, known.patient);
    if (read.exit != Exit::done) return read;
    warnings += read.err;
  }
  const AnswersFile file{arguments.get("answers")};
  const Reply read = file.load(engine, known);
  if (read.exit != Exit::done) return read;
  Reply reply = Interview{engine, plan, file, std::move(known)}.run();
  reply.err.insert(0, warnings + read.err);
  return reply;
}

// A question of the command line that cannot be answered otherwise than by standard input.
std::optional<Reply> check_files(const Arguments& arguments) {
  if (arguments.get("patient") == "-")
    return wrong_use(program_name(usage()), "standard input is for the answers", "give --patient a file");
  if (const std::string file = arguments.get("answers"); file == "-" || file.ends_with(".json"))
    return wrong_use(program_name(usage()), "the answers cannot be kept in `" + file + "`",
                     "give --answers a file in YAML, such as answers.yaml");
  return std::nullopt;
}

}  // namespace

Reply run_ask(const Words& words) {
  auto parsed = parse(usage(), words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *reply;
  const auto& arguments = std::get<Arguments>(parsed);
  const auto until = arguments.find("until");
  if (until) {
    if (auto reply = check_choice(usage(), "until", *until, {"care", "verdicts", "rank"})) return *reply;
  }
  if (auto reply = check_files(arguments)) return *reply;
  InterviewPlan plan{today(), until_of(until.value_or(""))};
  if (const auto day = arguments.find("as-of"); day && !parse_date(*day, plan.as_of)) {
    return wrong_use(program_name(usage()), "`" + *day + "` is not a day of the calendar",
                     "write year, month and day, as 2026-01-31");
  }
  return ask(arguments, plan);
}

}  // namespace vertebra::cli
