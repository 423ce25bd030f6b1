#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vertebra/cases.hpp>
#include <vertebra/rule_set.hpp>

#include "load/example_rules.hpp"
#include "support/rule_folder.hpp"

namespace vertebra::load {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Row {
  std::string_view file;
  std::string_view text;
  bool passed_over;
};

// Each has a mistake, which is heard of where the file is read.
constexpr Row rows[] = {
    {"z.yaml", "cases: back_pain\nprofile: [\n", true},
    {"z.yaml", "cases:\n", true},
    {"z.yaml", "cases:", true},
    {"z.yaml", "# Of our own.\n\n  # cases\ncases: back_pain\nprofile: nobody\n", true},
    {"z.yaml", "# yaml-language-server: $schema=x\r\ncases: back_pain\r\n", true},
    {"z.json", R"({"cases": "back_pain", "profile": nobody})", true},
    {"z.json", " {\n \"cases\"\n : 1", true},
    {"z.yaml", "cases_of_ours: back_pain\n", false},
    {"z.yaml", "cases:back_pain\n", false},
    {"z.yaml", "# cases:", false},
    {"z.yaml", "guide: cases\ncases: back_pain\n", false},
    {"z.yaml", "", false},
    {"z.json", R"({"case": "back_pain"})", false},
    {"z.json", R"({"cases_of_ours": "back_pain"})", false},
    {"z.json", "# Of our own.\n{\"cases\": 1}", false},
    {"z.json", "", false},
};

TEST(CaseFilesTest, ArePassedOverByTheirFirstKey) {
  for (const Row& row : rows) {
    auto texts = example_texts();
    texts.push_back({std::string{row.file}, std::string{row.text}});
    EXPECT_FALSE(load(texts).rules.has_value()) << row.text;
    const Loaded loaded = load(texts, {}, CaseFiles::passed_over);
    EXPECT_EQ(loaded.rules.has_value(), row.passed_over) << row.text;
    EXPECT_EQ(loaded.diagnostics.empty(), row.passed_over) << row.text;
    EXPECT_THAT(loaded.cases.in_files, IsEmpty()) << row.text;
  }
}

TEST(CaseFilesTest, OfASiteArePassedOverToo) {
  const std::vector<NamedText> site{{"cases.yaml", "cases: back_pain\nprofile: [\n"}};
  EXPECT_FALSE(load(example_texts(), site).rules.has_value());
  EXPECT_TRUE(load(example_texts(), site, CaseFiles::passed_over).rules.has_value());
}

// What begins in a way that only a whole reader understands is read; but what it expects is still not.
TEST(CaseFilesTest, ThatAreReadAnywayExpectNothing) {
  auto texts = example_texts();
  texts.push_back({"z.yaml", "{cases: back_pain, profile: nobody}\n"});
  EXPECT_FALSE(load(texts).rules.has_value());
  EXPECT_TRUE(load(texts, {}, CaseFiles::passed_over).rules.has_value());
}

TEST(CaseFilesTest, AreForWhoChecksOrRunsThem) {
  support::RuleFiles files;
  for (const NamedText& each : example_texts()) files.emplace(each.name, each.text);
  files.emplace("z.yaml", "cases: back_pain\nprofile: nobody\ncases: {}\n");
  const support::RuleFolder folder{files};
  EXPECT_TRUE(load_rule_set(folder.path(), "page").rule_set.has_value());
  const auto errors = [&](const std::vector<Diagnostic>& problems) { return folder.places(problems, Severity::error); };
  EXPECT_THAT(errors(check_rule_set(folder.path())), ElementsAre("z.yaml:2:10 V0204"));
  EXPECT_THAT(errors(run_cases(folder.path(), {date(2026, 1, 31), {}, {}, {}}).diagnostics),
              ElementsAre("z.yaml:2:10 V0204"));
}

}  // namespace
}  // namespace vertebra::load
