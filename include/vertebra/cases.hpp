#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/outcome.hpp>
#include <vertebra/patient.hpp>

// Runs the cases of a rule set: vignettes that say what must come out, and what was covered by them.
//
//   const vertebra::CaseRun run = vertebra::run_cases("rules/low_back_pain", {.as_of = vertebra::date(2026, 1, 31)});
//   if (has_errors(run.diagnostics)) return show(run.diagnostics);
//   std::puts(vertebra::to_text(run).c_str());
namespace vertebra {

// A file of cases that stands outside the folder of the rules.
struct CaseText {
  std::string name;  // Shown in messages; its ending chooses YAML or JSON.
  std::string text;
};

struct CaseOptions {
  Date as_of;
  std::string profile;  // Only the cases of this profile; all when empty.
  std::string site;     // As in LoadOptions. The cases of the rules do not hold for it: its own are run instead.
  std::vector<CaseText> files;  // When any are given, these are run instead of those in the folder.
};

// One part of an outcome that is not as expected; both lists in the words of a case file.
struct CaseDifference {
  std::string key;  // "care", "withheld"
  int line = 0;
  std::vector<std::string> missing;     // Expected, and not so.
  std::vector<std::string> unexpected;  // So, and not expected.
};

struct CaseResult {
  std::string file;
  int line = 0;
  std::string id;
  std::string profile;
  std::vector<CaseDifference> differences;

  bool passed() const noexcept { return differences.empty(); }
};

// How often the condition of one rule was yes, no and unknown, over all cases in which its guide had a say.
struct RuleCoverage {
  std::string kind;   // condition, red_flag, contraindication, argument, notice, indication or scope
  std::string guide;  // Empty for a shared condition.
  std::string id;     // Of an argument "heat.early"; of a scope empty.
  std::string file;
  int line = 0;
  int last_line = 0;
  std::uint64_t yes = 0;
  std::uint64_t no = 0;
  std::uint64_t unknown = 0;

  int covered() const noexcept { return (yes > 0 ? 1 : 0) + (no > 0 ? 1 : 0) + (unknown > 0 ? 1 : 0); }
  static constexpr int outcomes = 3;
};

struct RuleFile {
  std::string name;
  std::string text;
};

// Rules without a condition, or with a constant one, have nothing to cover and are left out.
struct CaseCoverage {
  std::vector<RuleCoverage> rules;  // By file and line.
  std::vector<RuleFile> files;      // Those that hold the rules.

  std::uint64_t covered() const noexcept;  // Outcomes that were seen, of `outcomes()`.
  std::uint64_t outcomes() const noexcept;
  // Hundredths of a percent, never rounded up: 10000 only when every outcome was seen, or there is none to see.
  int basis_points() const noexcept;
};

struct CaseRun {
  std::vector<CaseResult> results;  // By file and line; empty when a diagnostic is an error.
  CaseCoverage coverage;
  std::vector<Diagnostic> diagnostics;

  std::uint64_t failed() const noexcept;
};

// Loads a folder, compiles once for each profile that a case asks for, and runs every case. Files are read from the folder
// only.
CaseRun run_cases(std::string_view folder, const CaseOptions& options);

// What failed, with both sides; then counts, coverage, and the rules that lack an outcome.
std::string to_text(const CaseRun& run);
std::string to_json(const CaseRun& run);
// JUnit XML, which continuous integration reads.
std::string to_junit(const CaseRun& run);
// One page that needs nothing else: the rule files, with what was covered, in part or not at all.
std::string coverage_html(const CaseRun& run);

// A case file with this one evaluation, for a person to review: it says what the rules said, not what is right. `name` is
// an id.
std::string to_case(const Patient& patient, const Outcome& outcome, std::string_view name);

}  // namespace vertebra
