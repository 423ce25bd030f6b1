#include <algorithm>

#include <vertebra/rule_set.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/rules.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "check",
      "Reports every problem of a rule set, with its place and what to do next. A warning does not count as an error.",
      {rules_option, site_option},
      "vertebra check --rules rules/low_back_pain",
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

}  // namespace

Reply run_check(const Words& words) {
  auto parsed = parse(usage(), words);
  if (auto* reply = std::get_if<Reply>(&parsed)) return *reply;
  const auto& arguments = std::get<Arguments>(parsed);
  const std::string folder = arguments.get("rules");
  if (const auto problem = check_folder(folder)) return refused({*problem});
  const auto problems = check_rule_set(folder, load_options(arguments));
  Reply reply = has_errors(problems) ? refused(problems) : Reply{Exit::done, {}, listed(problems)};
  reply.out = summary(problems, count_rule_files(folder) + count_rule_files(arguments.get("site")));
  return reply;
}

}  // namespace vertebra::cli
