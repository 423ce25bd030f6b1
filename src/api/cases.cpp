#include <vertebra/cases.hpp>

#include <algorithm>
#include <numeric>

#include "api/folder.hpp"
#include "cases/runner.hpp"
#include "report/coverage_html.hpp"
#include "report/junit.hpp"
#include "report/run_json.hpp"
#include "report/run_text.hpp"

namespace vertebra {
namespace {

load::LoadedCases read_given(const model::RuleSet& rules, const std::vector<CaseText>& files) {
  std::vector<load::NamedText> texts;
  for (const CaseText& each : files) texts.push_back({each.name, each.text});
  return load::load_cases(rules, std::move(texts));
}

Diagnostic unknown_profile(std::string_view profile) {
  return base::make_diagnostic(base::Code::missing_document,
                               "`" + std::string{profile} + "` is neither a profile nor a guide of this rule set");
}

}  // namespace

CaseRun run_cases(std::string_view folder, const CaseOptions& options) {
  CaseRun run;
  load::Loaded loaded = read_rules(folder, {.site = options.site, .as_of = {}});
  run.diagnostics = std::move(loaded.diagnostics);
  if (has_errors(run.diagnostics) || !loaded.rules) return run;
  if (!options.profile.empty() && !model::find_profile(*loaded.rules, options.profile)) {
    run.diagnostics.push_back(unknown_profile(options.profile));
    return run;
  }
  load::LoadedCases given{std::move(loaded.cases), {}};
  if (!options.files.empty()) given = read_given(*loaded.rules, options.files);
  append(run.diagnostics, std::move(given.diagnostics));
  if (has_errors(run.diagnostics)) return run;
  CaseRun done = cases::run(*loaded.rules, given.cases, options.profile, options.as_of);
  done.diagnostics = std::move(run.diagnostics);
  return done;
}

std::uint64_t CaseCoverage::covered() const noexcept {
  return std::accumulate(rules.begin(), rules.end(), std::uint64_t{0}, [](std::uint64_t sum, const RuleCoverage& each) {
    return sum + static_cast<std::uint64_t>(each.covered());
  });
}

std::uint64_t CaseCoverage::outcomes() const noexcept { return rules.size() * RuleCoverage::outcomes; }

int CaseCoverage::basis_points() const noexcept {
  constexpr std::uint64_t all = 10000;
  return static_cast<int>(rules.empty() ? all : covered() * all / outcomes());
}

std::uint64_t CaseRun::failed() const noexcept {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(results, [](const CaseResult& each) { return !each.passed(); }));
}

std::string to_text(const CaseRun& run) { return report::to_text(run); }
std::string to_json(const CaseRun& run) { return report::to_json(run); }
std::string to_junit(const CaseRun& run) { return report::to_junit(run); }
std::string coverage_html(const CaseRun& run) { return report::coverage_html(run.coverage); }

}  // namespace vertebra
