#include <algorithm>

#include <vertebra/diagnostic_codes.hpp>
#include <vertebra/rule_set.hpp>

#include "cli/arguments.hpp"
#include "cli/baseline.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/rules.hpp"
#include "cli/suggestion.hpp"
#include "cli/today.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "check",
      "Reports every problem of a rule set, with its place and what to do next. A warning does not count as an error.",
      {rules_option,
       site_option,
       {"error-on", "CODE", "count warnings of this code as errors", false, true},
       {"baseline", "FILE", "leave out the warnings that this file holds"},
       {"write-baseline", "FILE", "write today's warnings to this file"},
       {"as-of", "DATE", "the day on which guides must be valid (default: today)"},
       one_of("text,json,sarif", {"format", "FORM", "text, json or sarif (default: text)"})},
      "vertebra check --rules rules/low_back_pain --error-on V0602",
  };
  return text;
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary(const std::vector<Diagnostic>& problems, std::size_t files) {
  const auto errors = static_cast<std::size_t>(std::count_if(
      problems.begin(), problems.end(), [](const Diagnostic& problem) { return problem.severity == Severity::error; }));
  const std::size_t warnings = problems.size() - errors;
  std::string what = problems.empty() ? "no problems" : "";
  if (errors > 0) what = counted(errors, "error");
  if (warnings > 0) what += (what.empty() ? "" : ", ") + counted(warnings, "warning");
  return what + " in " + counted(files, "file") + "\n";
}

std::optional<Reply> check_codes(const std::vector<std::string>& given) {
  std::vector<std::string> known;
  for (const DiagnosticCode& each : diagnostic_codes()) known.emplace_back(each.code);
  for (const std::string& code : given) {
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    const std::string near = suggestion(code, known);
    return wrong_use(program_name(usage()), "`" + code + "` is not the code of a problem",
                     near.empty() ? "`vertebra explain` lists them all" : near);
  }
  return std::nullopt;
}

// Leaves out what the baseline holds; a reply where it cannot be read.
std::optional<Reply> apply_baseline(const std::string& path, const std::string& folder,
                                    std::vector<Diagnostic>& problems, std::string& note) {
  const auto input = read_input(path, baseline_limit);
  if (const auto* problem = std::get_if<Diagnostic>(&input)) return refused({*problem});
  int line = 0;
  const auto baseline = Baseline::parse(std::get<Input>(input).text, line);
  if (!baseline)
    return wrong_use(program_name(usage()), "line " + std::to_string(line) + " of `" + path + "` is not of a baseline",
                     "write it anew with --write-baseline");
  const std::size_t gone = baseline->leave_out(problems, folder);
  if (gone > 0) note = counted(gone, "warning") + " of `" + path + "` no longer there: write it anew\n";
  return std::nullopt;
}

std::string written(const std::vector<Diagnostic>& problems, const std::string& format, std::size_t files) {
  if (format == "json") return to_json(problems) + "\n";
  if (format == "sarif") return to_sarif(problems) + "\n";
  return summary(problems, files);
}

Reply check(const Arguments& arguments) {
  if (auto reply = check_codes(arguments.all("error-on"))) return *reply;
  const std::string format = arguments.get("format", "text");
  const std::string folder = arguments.get("rules");
  if (const auto problem = check_folder(folder)) return refused({*problem});
  std::vector<Diagnostic> problems = check_rule_set(folder, {arguments.get("site"), day_of(arguments)});
  if (const auto path = arguments.find("write-baseline"))
    if (const auto problem = write_file(*path, Baseline{problems, folder}.text())) return refused({*problem});
  std::string note;
  if (const auto path = arguments.find("baseline"))
    if (auto reply = apply_baseline(*path, folder, problems, note)) return *reply;
  const std::vector<std::string> raised = arguments.all("error-on");
  for (Diagnostic& each : problems)
    if (std::find(raised.begin(), raised.end(), each.code) != raised.end()) each.severity = Severity::error;
  Reply reply = has_errors(problems) ? refused(problems) : Reply{Exit::done, {}, listed(problems)};
  if (format != "text") reply.err.clear();
  reply.err += note;
  reply.out = written(problems, format, count_rule_files(folder) + count_rule_files(arguments.get("site")));
  return reply;
}

}  // namespace

Reply run_check(const Words& words) { return run_command(usage(), words, check); }

}  // namespace vertebra::cli
