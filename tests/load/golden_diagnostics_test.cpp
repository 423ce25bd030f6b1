// Each folder of tests/golden/diagnostics is a set of files with mistakes, and in expected.txt what is said of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic_codes.hpp"
#include "load/loader.hpp"

namespace vertebra::load {
namespace {

namespace fs = std::filesystem;
using base::Code;

const fs::path& cases_folder() {
  static const fs::path folder = fs::path{VERTEBRA_SOURCE_DIR} / "tests/golden/diagnostics";
  return folder;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{cases_folder()}) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string expected_of(const std::string& name) {
  std::ifstream file{cases_folder() / name / "expected.txt", std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<Diagnostic> problems_in(const std::string& name) {
  std::vector<Diagnostic> problems;
  auto texts = read_folder((cases_folder() / name).string(), problems);
  for (const Diagnostic& each : load(std::move(texts)).diagnostics) problems.push_back(each);
  return problems;
}

class GoldenDiagnostics : public testing::TestWithParam<std::string> {};

TEST_P(GoldenDiagnostics, SayWhatIsExpected) {
  ASSERT_FALSE(expected_of(GetParam()).empty());
  std::string said;
  for (const Diagnostic& each : problems_in(GetParam())) said += to_string(each);
  EXPECT_EQ(said, expected_of(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(EveryFolder, GoldenDiagnostics, testing::ValuesIn(case_names()),
                         [](const auto& each) { return each.param; });

// Needs no file of its own, or one too large to keep: see folder_test.cpp.
bool is_shown_elsewhere(Code code) { return code == Code::unreadable_file || code == Code::too_large; }

// Problems of rule sets that reading them shows; what comes later belongs to check, and answers and records to others.
bool is_found_while_loading(Code code) {
  return (code <= Code::bad_clause || code == Code::bad_bands) && !is_shown_elsewhere(code);
}

TEST(GoldenDiagnosticCases, ShowEveryCodeThatLoadingReports) {
  std::set<std::string> shown;
  for (const std::string& name : case_names())
    for (const Diagnostic& each : problems_in(name)) shown.insert(each.code);
  for (const auto& info : base::all_codes()) {
    if (!is_found_while_loading(info.code)) continue;
    const auto code = base::make_diagnostic(info.code, {}).code;
    EXPECT_TRUE(shown.contains(code)) << code << " " << info.name;
  }
}

}  // namespace
}  // namespace vertebra::load
