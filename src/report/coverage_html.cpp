#include "report/coverage_html.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/coverage_words.hpp"
#include "report/markup.hpp"

namespace vertebra::report {
namespace {

// Not by colour alone: each line of a rule also has a sign in its margin.
constexpr std::string_view style =
    R"(body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .2rem 1rem .2rem 0; }
td.number, th.number { text-align: right; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; }
pre { font: 13px/1.5 ui-monospace, monospace; overflow-x: auto; border: 1px solid #ccc; margin: 0; padding: .5rem 0; }
pre span { display: block; padding: 0 .75rem; white-space: pre; min-width: max-content; }
pre i { font-style: normal; color: #595959; display: inline-block; width: 4.5ch; text-align: right; margin-right: 1ch; }
pre b { font-weight: normal; display: inline-block; width: 2ch; }
pre em { font-style: normal; color: #444; margin-left: 2ch; }
.all { background: #e2f3e5; }
.part { background: #fff3cf; }
.never { background: #fbdcdc; }
.key span { padding: .1rem .5rem; margin-right: .5rem; }
)";

std::string_view class_of(const RuleCoverage& rule) {
  return rule.covered() == RuleCoverage::outcomes ? "all" : rule.covered() > 0 ? "part" : "never";
}

std::string_view sign_of(const RuleCoverage& rule) {
  return rule.covered() == RuleCoverage::outcomes ? "+" : rule.covered() > 0 ? "~" : "-";
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    if (!lines.back().empty() && lines.back().back() == '\r') lines.back().remove_suffix(1);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

using Rules = std::vector<const RuleCoverage*>;

Rules rules_in(const CaseCoverage& coverage, std::string_view file) {
  Rules rules;
  for (const RuleCoverage& each : coverage.rules) {
    if (each.file == file) rules.push_back(&each);
  }
  return rules;
}

// The rule that a line belongs to; where several share it, the least covered one.
const RuleCoverage* rule_at(const Rules& rules, int line) {
  const RuleCoverage* found = nullptr;
  for (const RuleCoverage* each : rules) {
    if (line < each->line || line > each->last_line) continue;
    if (found == nullptr || each->covered() < found->covered()) found = each;
  }
  return found;
}

// Named only where several rules stand on the line.
std::string counts_text(const Rules& rules, int line) {
  std::string text;
  const auto here = std::ranges::count(rules, line, &RuleCoverage::line);
  for (const RuleCoverage* each : rules) {
    if (each->line != line) continue;
    text += "<em>" + (here > 1 ? escaped_markup(rule_name(*each)) + ": " : "") + "yes " + std::to_string(each->yes) +
            ", no " + std::to_string(each->no) + ", unknown " + std::to_string(each->unknown) + "</em>";
  }
  return text;
}

CaseCoverage part_of(const Rules& rules) {
  CaseCoverage part;
  for (const RuleCoverage* each : rules) part.rules.push_back(*each);
  return part;
}

std::string row(std::string_view name, std::string_view target, const CaseCoverage& part) {
  const std::string label = escaped_markup(name);
  return "<tr><td>" + (target.empty() ? label : "<a href=\"#" + std::string{target} + "\">" + label + "</a>") +
         "</td><td class=\"number\">" + std::to_string(part.rules.size()) + "</td><td class=\"number\">" +
         std::to_string(part.covered()) + " of " + std::to_string(part.outcomes()) + "</td><td class=\"number\">" +
         percent_text(part) + "</td></tr>\n";
}

std::string anchor(std::size_t file) { return "file-" + std::to_string(file + 1); }

std::string summary(const CaseCoverage& coverage) {
  std::string text =
      "<h1>Coverage of the rules</h1>\n<p>What the cases saw of each rule's condition: yes, no and unknown.</p>\n"
      "<p class=\"key\"><span class=\"all\">+ all three</span><span class=\"part\">~ some</span>"
      "<span class=\"never\">- none</span></p>\n<table>\n<tr><th>File</th><th class=\"number\">Rules</th>"
      "<th class=\"number\">Outcomes seen</th><th class=\"number\"></th></tr>\n";
  for (std::size_t i = 0; i < coverage.files.size(); ++i) {
    const std::string& name = coverage.files[i].name;
    text += row(name, anchor(i), part_of(rules_in(coverage, name)));
  }
  return text + row("All", {}, coverage) + "</table>\n";
}

std::string file_section(const CaseCoverage& coverage, std::size_t index) {
  const RuleFile& file = coverage.files[index];
  const Rules rules = rules_in(coverage, file.name);
  std::string text = "<h2 id=\"" + anchor(index) + "\">" + escaped_markup(file.name) + "</h2>\n<pre>";
  for (int line = 1; const std::string_view each : lines_of(file.text)) {
    const RuleCoverage* rule = rule_at(rules, line);
    text += rule == nullptr ? "<span>" : "<span class=\"" + std::string{class_of(*rule)} + "\">";
    text += "<i>" + std::to_string(line) + "</i><b>" + std::string{rule == nullptr ? "" : sign_of(*rule)} + "</b>";
    text += escaped_markup(each) + counts_text(rules, line) + "</span>";
    ++line;
  }
  return text + "</pre>\n";
}

}  // namespace

std::string coverage_html(const CaseCoverage& coverage) {
  std::string text = summary(coverage);
  for (std::size_t i = 0; i < coverage.files.size(); ++i) text += file_section(coverage, i);
  return html_page("Coverage of the rules", style, text);
}

}  // namespace vertebra::report
