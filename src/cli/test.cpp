#include <charconv>
#include <cmath>

#include <vertebra/cases.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/rules.hpp"
#include "cli/today.hpp"

namespace vertebra::cli {
namespace {

const Usage& usage() {
  static const Usage text{
      "test",
      "Runs the cases of a rule set and says what they covered: how often each rule was yes, no and unknown. Files of\n"
      "cases may be named; without them, those in the folder are run, or with --site those that stand there.",
      {rules_option,
       site_option,
       {"profile", "ID", "only the cases of this profile or guide (default: all)"},
       {"min-coverage", "PERCENT", "fail when fewer outcomes were seen"},
       one_of("text,json,junit", {"format", "FORM", "text, json or junit (default: text)"}),
       {"coverage-html", "FILE", "where to write a page of the rules, each line marked"},
       {"as-of", "DATE", "the day of the evaluations, as 2026-01-31 (default: today)"}},
      "vertebra test --rules rules/low_back_pain --min-coverage 100",
      "CASEFILE",
  };
  return text;
}

// Hundredths of a percent from "95" or "99.5"; nothing when it is not from 0 to 100.
std::optional<int> basis_points(std::string_view text) {
  double percent = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !(percent >= 0 && percent <= 100))
    return std::nullopt;
  // What is asked for is not made less by rounding; a double's last bits are not asked for.
  return static_cast<int>(std::ceil(percent * 100 - 1e-6));
}

std::string written(const CaseRun& run, const std::string& format) {
  if (format == "json") return to_json(run) + "\n";
  return format == "junit" ? to_junit(run) : to_text(run);
}

Reply judged(const CaseRun& run, const std::string& format, int least, bool with_site) {
  Reply reply{run.failed() == 0 ? Exit::done : Exit::findings, written(run, format), listed(run.diagnostics)};
  if (run.results.empty()) {
    reply.exit = Exit::findings;
    reply.err += "there are no cases to run\n   help: ";
    reply.err += with_site
                     ? "the rules' own do not speak of what your site changes: name those that are to hold as well\n"
                     : "a file whose first key is `cases` holds them\n";
  }
  if (run.coverage.basis_points() < least) {
    reply.exit = Exit::findings;
    reply.err += "coverage is less than --min-coverage asks for\n";
  }
  return reply;
}

Reply run_all(const Arguments& arguments, const CaseOptions& options, int least) {
  const std::string folder = arguments.get("rules");
  if (const auto problem = check_folder(folder)) return refused({*problem});
  const CaseRun run = run_cases(folder, options);
  if (has_errors(run.diagnostics)) return refused(run.diagnostics);
  if (const auto page = arguments.find("coverage-html")) {
    if (const auto problem = write_file(*page, coverage_html(run))) return refused({*problem});
  }
  return judged(run, arguments.get("format"), least, !options.site.empty());
}

// Nothing, or why a file cannot be read.
std::optional<Diagnostic> read_files(const Arguments& arguments, CaseOptions& options) {
  for (const std::string& path : arguments.rest()) {
    auto input = read_input(path, patient_limit);
    if (const auto* problem = std::get_if<Diagnostic>(&input)) return *problem;
    auto& [name, text] = std::get<Input>(input);
    options.files.push_back({std::move(name), std::move(text)});
  }
  return std::nullopt;
}

Reply test(const Arguments& arguments) {
  const std::string percent = arguments.get("min-coverage", "0");
  const auto least = basis_points(percent);
  if (!least) return wrong_use(program_name(usage()), "`" + percent + "` is not a percentage", "write 0 to 100");
  CaseOptions options{day_of(arguments), arguments.get("profile"), arguments.get("site"), {}};
  if (const auto problem = read_files(arguments, options)) return refused({*problem});
  return run_all(arguments, options, *least);
}

}  // namespace

Reply run_test(const Words& words) { return run_command(usage(), words, test); }

}  // namespace vertebra::cli
