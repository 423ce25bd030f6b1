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
       one_of("care,verdicts,rank",
              {"until", "CERTAINTY", "stop when this is certain: care, verdicts or rank (default: all advice)"}),
       as_of_option},
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

// A question of the command line that cannot be answered otherwise than by standard input.
std::optional<Reply> check_files(const Arguments& arguments) {
  if (arguments.get("patient") == "-")
    return wrong_use(program_name(usage()), "standard input is for the answers", "give --patient a file");
  if (const std::string file = arguments.get("answers"); file == "-" || file.ends_with(".json"))
    return wrong_use(program_name(usage()), "the answers cannot be kept in `" + file + "`",
                     "give --answers a file in YAML, such as answers.yaml");
  return std::nullopt;
}

Reply ask(const Arguments& arguments) {
  if (auto reply = check_files(arguments)) return *reply;
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
  Reply reply = Interview{engine, {day_of(arguments), until_of(arguments.get("until"))}, file, std::move(known)}.run();
  reply.err.insert(0, warnings + read.err);
  return reply;
}

}  // namespace

Reply run_ask(const Words& words) { return run_command(usage(), words, ask); }

}  // namespace vertebra::cli
