// The statements of the rule language as plain data; tests/conformance/README.md says how the files are written.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include <vertebra/cases.hpp>
#include <vertebra/rule_set.hpp>

#include "support/outcome_path.hpp"
#include "support/statement_cases.hpp"

namespace vertebra::conformance {
namespace {

using testing::ElementsAreArray;

std::vector<std::string> texts(const std::vector<Expected>& lines) {
  std::vector<std::string> result;
  for (const Expected& each : lines) result.push_back(each.text);
  return result;
}

std::string all(const std::vector<Diagnostic>& problems) {
  std::string text;
  for (const Diagnostic& each : problems) text += to_string(each);
  return text;
}

class Statements : public testing::TestWithParam<Case> {
 protected:
  void check_files(const support::RuleFolder& folder) const {
    const auto problems = check_rule_set(folder.path());
    EXPECT_THAT(folder.places(problems, Severity::error), ElementsAreArray(texts(GetParam().refused))) << all(problems);
    if (GetParam().warned.empty()) return;
    EXPECT_THAT(folder.places(problems, Severity::warning), ElementsAreArray(texts(GetParam().warned)));
  }

  void check_cases(const support::RuleFolder& folder) const {
    const CaseRun run = run_cases(folder.path(), {.as_of = date(2026, 1, 31), .profile = {}, .site = {}, .files = {}});
    std::vector<std::string> failing;
    for (const CaseResult& each : run.results)
      for (const CaseDifference& difference : each.differences) failing.push_back(each.id + ": " + difference.key);
    EXPECT_FALSE(run.results.empty()) << all(run.diagnostics);
    EXPECT_THAT(failing, ElementsAreArray(texts(GetParam().failing))) << to_text(run);
  }

  static void check_patient(const support::RuleFolder& folder, const PatientCase& patient) {
    SCOPED_TRACE("the patient in line " + std::to_string(patient.line));
    std::vector<Diagnostic> problems;
    const auto json = support::outcome_json(folder, patient.profile, patient.answers, problems);
    EXPECT_THAT(folder.places(problems, Severity::error), ElementsAreArray(texts(patient.refused))) << all(problems);
    if (json.empty()) return;
    for (const Expected& each : patient.says) check_line(json, each);
  }

  static void check_line(const std::string& json, const Expected& expected) {
    const auto sign = expected.text.find(" = ");
    ASSERT_NE(sign, std::string::npos) << "line " << expected.line << " needs ` = `";
    EXPECT_EQ(support::at_path(json, expected.text.substr(0, sign)), expected.text.substr(sign + 3))
        << "line " << expected.line << ": " << expected.text << "\n"
        << json;
  }

  static std::string hash_of(const support::RuleFiles& files) {
    const support::RuleFolder folder{files};
    const auto loaded = load_rule_set(folder.path(), "page");
    EXPECT_TRUE(loaded.rule_set) << all(loaded.diagnostics);
    return loaded.rule_set ? std::string{loaded.rule_set->hash()} : std::string{};
  }
};

TEST_P(Statements, Hold) {
  const Case& now = GetParam();
  ASSERT_TRUE(now.loads || now.runs_cases || !now.refused.empty() || !now.patients.empty() || !now.hash.empty())
      << "expects nothing";
  const support::RuleFolder folder{now.files};
  check_files(folder);
  if (now.runs_cases) check_cases(folder);
  for (const PatientCase& patient : now.patients) {
    EXPECT_FALSE(patient.says.empty() && patient.refused.empty()) << "line " << patient.line << " expects nothing";
    check_patient(folder, patient);
  }
  if (now.hash.empty()) return;
  EXPECT_EQ(hash_of(now.files) == hash_of(now.changed), now.hash == "same");
}

INSTANTIATE_TEST_SUITE_P(OfTheRuleLanguage, Statements, testing::ValuesIn(read_cases()),
                         [](const auto& each) { return each.param.name; });

std::string file_text(const std::string& path) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/tests/" + path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// A row of INDEX.tsv says where a statement is held that has no case of its own here, and words that stand there.
TEST(StatementIndex, PointsAtWhatIsThere) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/tests/conformance/INDEX.tsv"};
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> cells{""};
    for (const char c : line) {
      if (c == '\t') cells.emplace_back();
      if (c != '\t') cells.back() += c;
    }
    ASSERT_EQ(cells.size(), 4U) << line;
    EXPECT_NE(file_text(cells[2]).find(cells[3]), std::string::npos) << line;
    ++rows;
  }
  EXPECT_GT(rows, 10);
}

}  // namespace
}  // namespace vertebra::conformance
