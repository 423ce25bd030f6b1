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
      "what-if",
      "Says what would be otherwise if answers of a patient were others, or were known: care, red flags, verdicts, "
      "ranks,\n"
      "points, contraindications and questions. What is not named stays as it is.",
      patient_options(rules_option, {{"set", "FACT=ANSWER", "the other answer, as in a patient file", true, true},
                                     as_of_option,
                                     one_of("text,json", {"format", "FORM", "text or json (default: text)"})}),
      "vertebra what-if --rules rules/low_back_pain --patient examples/data/five_months.yaml --set pain_duration=\"3 "
      "wk\"",
  };
  return text;
}

Reply set_answers(const Arguments& arguments, Patient& patient) {
  for (const std::string& word : arguments.all("set")) {
    const std::size_t sign = word.find('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == word.size()) {
      return wrong_use(program_name(usage()), "`" + word + "` is not an answer to a fact",
                       "write the fact, = and the answer, as in --set fever=yes");
    }
    const Status status = patient.set_text(word.substr(0, sign), word.substr(sign + 1));
    if (!status) return refused({status.problem()});
  }
  return {};
}

Reply what_if(const Arguments& arguments) {
  const auto read = read_subject(usage(), arguments);
  if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
  const auto& subject = std::get<Subject>(read);
  Patient changed = subject.patient;
  if (const Reply reply = set_answers(arguments, changed); reply.exit != Exit::done) return reply;
  const Difference difference = Evaluator{subject.engine}.what_if(subject.patient, changed, subject.as_of);
  if (arguments.get("format") == "json") return {Exit::done, to_json(difference) + "\n", subject.told()};
  return {Exit::done, to_text(difference, terminal_style()), subject.told()};
}

}  // namespace

Reply run_what_if(const Words& words) { return run_command(usage(), words, what_if); }

}  // namespace vertebra::cli
