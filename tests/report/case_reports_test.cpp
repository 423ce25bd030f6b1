#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "report/coverage_html.hpp"
#include "report/junit.hpp"
#include "report/markup.hpp"
#include "report/run_json.hpp"
#include "report/run_text.hpp"

namespace vertebra::report {
namespace {

using testing::HasSubstr;
using testing::Not;

RuleCoverage rule(std::string kind, std::string id, int line, int last_line, std::uint64_t yes, std::uint64_t no,
                  std::uint64_t unknown) {
  return {std::move(kind), "page", std::move(id), "rules/page.yaml", line, last_line, yes, no, unknown};
}

CaseRun sample() {
  CaseRun run;
  run.results = {{"a.yaml", 5, "well", "page", {}},
                 {"a.yaml", 9, "ill", "page", {{"care", 12, {"home"}, {"now"}}, {"offered", 13, {"tea"}, {}}}},
                 {"b<&>.yaml", 4, "odd", "page", {}}};
  run.coverage.rules = {rule("red_flag", "fever", 2, 3, 4, 3, 1), rule("argument", "tea.early", 4, 4, 1, 0, 0),
                        rule("scope", "", 5, 5, 0, 0, 0)};
  run.coverage.files = {{"rules/page.yaml", "red_flags:\n  fever:\n    when: a < 3 d\n  early: x\nscope: \"y\"\n"}};
  return run;
}

TEST(RunText, SaysWhatFailedAndWhatWasNeverSeen) {
  EXPECT_EQ(report::to_text(sample()),
            "a.yaml:9: ill (page)\n"
            "  care: expected home, but it is now\n"
            "  offered: expected tea\n"
            "3 cases, 2 passed, 1 failed\n"
            "coverage 44.44%: 4 of 9 outcomes of 3 rules\n"
            "never seen:\n"
            "  rules/page.yaml:4: argument tea.early of page was never no or unknown\n"
            "  rules/page.yaml:5: scope of page was never yes, no or unknown\n");
}

TEST(RunText, SaysHowManyMoreRulesLackAnOutcome) {
  CaseRun run;
  run.coverage.rules.assign(42, rule("scope", "", 5, 5, 1, 1, 0));
  EXPECT_THAT(report::to_text(run), HasSubstr("  and 2 more rules; the coverage page shows all\n"));
}

TEST(RunJson, HoldsTheSame) {
  const auto json = boost::json::parse(report::to_json(sample()));
  EXPECT_EQ(json.at("cases").as_int64(), 3);
  EXPECT_EQ(json.at("failed").as_int64(), 1);
  const auto& ill = json.at("results").at(1);
  EXPECT_EQ(ill.at("id").as_string(), "ill");
  EXPECT_EQ(ill.at("passed").as_bool(), false);
  EXPECT_EQ(ill.at("differences").at(0).at("unexpected").at(0).as_string(), "now");
  EXPECT_EQ(json.at("coverage").at("covered").as_int64(), 4);
  EXPECT_EQ(json.at("coverage").at("outcomes").as_int64(), 9);
  EXPECT_EQ(json.at("coverage").at("rules").at(0).at("yes").as_int64(), 4);
}

TEST(Junit, IsOneSuiteAFileAndEscapesWhatPeopleWrote) {
  EXPECT_EQ(report::to_junit(sample()),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="vertebra" tests="3" failures="1" errors="0">
  <testsuite name="a.yaml" tests="2" failures="1" errors="0">
    <testcase name="well" classname="page" file="a.yaml" line="5"/>
    <testcase name="ill" classname="page" file="a.yaml" line="9">
      <failure message="care: expected home, but it is now">a.yaml:12: care: expected home, but it is now
a.yaml:13: offered: expected tea
</failure>
    </testcase>
  </testsuite>
  <testsuite name="b&lt;&amp;&gt;.yaml" tests="1" failures="0" errors="0">
    <testcase name="odd" classname="page" file="b&lt;&amp;&gt;.yaml" line="4"/>
  </testsuite>
</testsuites>
)");
}

TEST(Markup, EscapesWhatWouldEndATagOrAnAttribute) {
  EXPECT_EQ(escaped_markup("a<b>&\"c\"'"), "a&lt;b&gt;&amp;&quot;c&quot;&#39;");
  EXPECT_EQ(escaped_markup("38 °C"), "38 °C");
  EXPECT_EQ(escaped_markup(std::string_view{"\x01", 1}), "\xEF\xBF\xBD");
}

TEST(CoverageHtml, MarksTheLinesOfEachRule) {
  const std::string page = coverage_html(sample().coverage);
  EXPECT_THAT(page, HasSubstr("<span><i>1</i><b></b>red_flags:</span>"));
  EXPECT_THAT(page, HasSubstr("<span class=\"all\"><i>2</i><b>+</b>  fever:<em>yes 4, no 3, "
                              "unknown 1</em></span>"));
  EXPECT_THAT(page, HasSubstr("<span class=\"all\"><i>3</i><b>+</b>    when: a &lt; 3 d</span>"));
  EXPECT_THAT(page, HasSubstr("<span class=\"part\"><i>4</i><b>~</b>  early: x<em>"));
  EXPECT_THAT(page, HasSubstr("<span class=\"never\"><i>5</i><b>-</b>scope: &quot;y&quot;<em>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"#file-1\">rules/page.yaml</a>"));
}

TEST(CoverageHtml, NeedsNothingFromElsewhere) {
  const std::string page = coverage_html(sample().coverage);
  EXPECT_THAT(page, Not(HasSubstr("http")));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
}

// Where two rules share a line, the one that was seen less is the one to look at.
TEST(CoverageHtml, ShowsTheLessCoveredOfTwoRulesOnALine) {
  CaseRun run = sample();
  run.coverage.rules = {rule("scope", "", 1, 1, 1, 1, 1), rule("condition", "x", 1, 1, 1, 0, 0)};
  EXPECT_THAT(coverage_html(run.coverage), HasSubstr("<span class=\"part\"><i>1</i><b>~</b>"));
}

}  // namespace
}  // namespace vertebra::report
