#include "report/run_text.hpp"

#include <string_view>
#include <vector>

#include "report/coverage_words.hpp"

namespace vertebra::report {
namespace {

constexpr std::size_t most_rules = 40;  // Of those that lack an outcome; the page shows all.

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& each : items) text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string{noun} + (count == 1 ? "" : "s");
}

void write_failure(const CaseResult& result, std::string& text) {
  text += result.file + ":" + std::to_string(result.line) + ": " + result.id + " (" + result.profile + ")\n";
  for (const CaseDifference& each : result.differences) text += "  " + difference_text(each) + "\n";
}

void write_uncovered(const CaseCoverage& coverage, std::string& text) {
  std::size_t left = 0;
  std::size_t shown = 0;
  for (const RuleCoverage& each : coverage.rules) {
    if (each.covered() == RuleCoverage::outcomes) continue;
    if (shown++ == 0) text += "never seen:\n";
    if (shown > most_rules) {
      ++left;
      continue;
    }
    text += "  " + each.file + ":" + std::to_string(each.line) + ": " + rule_name(each) + " was never " +
            missing_outcomes(each) + "\n";
  }
  if (left > 0) text += "  and " + counted(left, "more rule") + "; the coverage page shows all\n";
}

}  // namespace

std::string difference_text(const CaseDifference& difference) {
  const bool one = difference.key == "care" || difference.key == "first";
  if (one) {
    return difference.key + ": expected " + joined(difference.missing) + ", but it is " + joined(difference.unexpected);
  }
  std::string text = difference.key + ":";
  if (!difference.missing.empty()) text += " expected " + joined(difference.missing);
  if (!difference.missing.empty() && !difference.unexpected.empty()) text += ";";
  if (!difference.unexpected.empty()) text += " did not expect " + joined(difference.unexpected);
  return text;
}

std::string rule_name(const RuleCoverage& rule) {
  std::string name = rule.kind == "red_flag" ? "red flag" : rule.kind;
  if (!rule.id.empty()) name += " " + rule.id;
  if (!rule.guide.empty()) name += " of " + rule.guide;
  return name;
}

std::string missing_outcomes(const RuleCoverage& rule) {
  std::string text;
  if (rule.yes == 0) text += "yes";
  if (rule.no == 0) text += text.empty() ? "no" : rule.unknown == 0 ? ", no" : " or no";
  if (rule.unknown == 0) text += text.empty() ? "unknown" : " or unknown";
  return text;
}

std::string percent_text(const CaseCoverage& coverage) {
  const int points = coverage.basis_points();
  const std::string hundredths = std::to_string(points % 100);
  return std::to_string(points / 100) + "." + (hundredths.size() < 2 ? "0" : "") + hundredths + "%";
}

std::string to_text(const CaseRun& run) {
  std::string text;
  for (const CaseResult& each : run.results) {
    if (!each.passed()) write_failure(each, text);
  }
  const std::uint64_t failed = run.failed();
  text += counted(run.results.size(), "case") + ", " + std::to_string(run.results.size() - failed) + " passed, " +
          std::to_string(failed) + " failed\n";
  const CaseCoverage& coverage = run.coverage;
  text += "coverage " + percent_text(coverage) + ": " + std::to_string(coverage.covered()) + " of " +
          counted(coverage.outcomes(), "outcome") + " of " + counted(coverage.rules.size(), "rule") + "\n";
  write_uncovered(coverage, text);
  return text;
}

}  // namespace vertebra::report
