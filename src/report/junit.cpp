#include "report/junit.hpp"

#include <algorithm>
#include <span>

#include "report/coverage_words.hpp"
#include "report/markup.hpp"

namespace vertebra::report {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string{name} + "=\"" + escaped_markup(value) + "\"";
}

std::string counts(std::span<const CaseResult> results) {
  const auto failed = std::ranges::count_if(results, [](const CaseResult& each) { return !each.passed(); });
  return attribute("tests", std::to_string(results.size())) + attribute("failures", std::to_string(failed)) +
         attribute("errors", "0");
}

std::string test_case(const CaseResult& result) {
  std::string text = "    <testcase" + attribute("name", result.id) + attribute("classname", result.profile) +
                     attribute("file", result.file) + attribute("line", std::to_string(result.line));
  if (result.passed()) return text + "/>\n";
  std::string told;
  for (const CaseDifference& each : result.differences)
    told += result.file + ":" + std::to_string(each.line) + ": " + difference_text(each) + "\n";
  const std::string first = difference_text(result.differences.front());
  text += ">\n      <failure" + attribute("message", first) + ">";
  // Line by line, since a line feed is a control character to escape, but not here.
  for (std::size_t begin = 0; begin < told.size();) {
    const std::size_t end = told.find('\n', begin);
    text += escaped_markup(std::string_view{told}.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return text + "</failure>\n    </testcase>\n";
}

}  // namespace

std::string to_junit(const CaseRun& run) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "vertebra") +
                     counts(run.results) + ">\n";
  const std::span<const CaseResult> all{run.results};
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].file == all[begin].file) ++end;
    const auto suite = all.subspan(begin, end - begin);
    text += "  <testsuite" + attribute("name", suite.front().file) + counts(suite) + ">\n";
    for (const CaseResult& each : suite) text += test_case(each);
    text += "  </testsuite>\n";
    begin = end;
  }
  return text + "</testsuites>\n";
}

}  // namespace vertebra::report
