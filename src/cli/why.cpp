#include <vertebra/engine.hpp>
#include <vertebra/why.hpp>

#include "cli/answers.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/graphviz.hpp"
#include "cli/terminal.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "why",
      "Explains one thing that a rule set says of a patient, down to the answers that decide it and to no others. Why "
      "not\n"
      "is the same question about something that is not so. QUESTION is one of:\n"
      "  care                  why this care level\n"
      "  care:LEVEL            why at least this urgent, or why not\n"
      "  red_flag:ID           why this warning sign holds, or why not (GUIDE.ID where two guides have it)\n"
      "  treatment:ID          why this treatment is offered, provisional or withheld\n"
      "  rank:ID,ID            why the first treatment stands before the second, or why not",
      patient_options(rules_option,
                      {as_of_option,
                       one_of("text,json,html,dot,svg",
                              {"format", "FORM", "text, json, html, dot or svg (default: text); svg needs Graphviz"}),
                       {"output", "FILE", "where to write it (default: standard output)"}}),
      "vertebra why --rules rules/low_back_pain --patient examples/data/cauda_equina.yaml care",
      "QUESTION",
  };
  return text;
}

std::optional<WhyQuestion> question_of(const Arguments& arguments) {
  return arguments.rest().size() == 1 ? read_why_question(arguments.rest().front()) : std::nullopt;
}

Reply no_question(const Arguments& arguments) {
  const auto& words = arguments.rest();
  const std::string message = words.empty()       ? "there is no question"
                              : words.size() == 1 ? "`" + words.front() + "` is not a question"
                                                  : "there is more than one question";
  return wrong_use(program_name(usage()), message,
                   "ask `care`, `care:LEVEL`, `red_flag:ID`, `treatment:ID` or `rank:ID,ID`");
}

Reply written(const Why& why, const std::string& format) {
  if (format == "json") return {Exit::done, why.to_json() + "\n", {}};
  if (format == "html") return {Exit::done, to_html(why), {}};
  if (format == "dot") return {Exit::done, why_dot(why), {}};
  if (format == "svg") return svg_reply(program_name(usage()), why_dot(why));
  return {Exit::done, to_text(why, terminal_style()), {}};
}

Reply why(const Arguments& arguments) {
  const auto question = question_of(arguments);
  if (!question) return no_question(arguments);
  const auto read = read_subject(usage(), arguments);
  if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
  const auto& subject = std::get<Subject>(read);
  const WhyReply reply = Evaluator{subject.engine}.why(subject.patient, subject.as_of, *question);
  if (!reply.why) return wrong_use(program_name(usage()), reply.problem.message, reply.problem.help);
  Reply said = written(*reply.why, arguments.get("format"));
  said.err.insert(0, subject.told());
  return to_output(arguments, std::move(said));
}

}  // namespace

Reply run_why(const Words& words) { return run_command(usage(), words, why); }

}  // namespace vertebra::cli
