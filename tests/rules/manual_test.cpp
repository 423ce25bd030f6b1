// Every example of rules/README.md, run. A comment above it says how: what it is a part of, and what follows from it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <utility>

#include <vertebra/cases.hpp>
#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>
#include <vertebra/rule_set.hpp>

#include "support/outcome_path.hpp"
#include "support/rule_folder.hpp"

namespace vertebra {
namespace {

struct Example {
  int line = 0;
  std::string how;  // "refused V0204 guide"
  std::string text;

  friend void PrintTo(const Example& now, std::ostream* out) { *out << now.how; }
};

std::vector<Example> read_examples() {
  std::vector<Example> examples;
  std::ifstream file{VERTEBRA_SOURCE_DIR "/rules/README.md"};
  std::string how;
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::string begin = "<!-- example: ";
    if (line.starts_with(begin)) how = line.substr(begin.size(), line.find(" -->") - begin.size());
    if (line == "```") inside = false;
    if (inside) examples.back().text += line + "\n";
    const bool begins = line == "```yaml" || line == "```json";
    if (!begins) continue;
    if (how.empty()) throw std::runtime_error{"README.md:" + std::to_string(number) + ": nothing says how to run this"};
    examples.push_back({number, std::exchange(how, {}), {}});
    inside = true;
  }
  return examples;
}

// Two digits in front, so that the files stand in the order of the page.
std::string file_name(std::size_t number) { return std::to_string(100 + number) + ".yaml"; }

// A part of a document as a document.
std::string document(const std::string& kind, const std::string& text) {
  if (text.starts_with(kind + ":")) return text;
  return (kind == "vocabulary" ? "vocabulary: sore_knee\n" : "guide: knee_page\n") + text;
}

bool is_part(const std::string& how) {
  return how == "vocabulary" || how == "guide" || how == "profile" || how == "cases" || how == "fhir_mapping";
}

support::RuleFiles rule_set() {
  support::RuleFiles files;
  for (const Example& each : read_examples())
    if (is_part(each.how)) files[file_name(files.size())] = document(each.how, each.text);
  return files;
}

std::vector<std::string> words(const std::string& text, const std::string& separator) {
  std::vector<std::string> result;
  std::size_t from = 0;
  for (std::size_t to = 0; (to = text.find(separator, from)) != std::string::npos; from = to + separator.size())
    result.push_back(text.substr(from, to - from));
  result.push_back(text.substr(from));
  return result;
}

std::string all(const std::vector<Diagnostic>& problems) {
  std::string text;
  for (const Diagnostic& each : problems) text += to_string(each);
  return text;
}

// The codes of the errors, each once, after adding this file to those of the page.
std::vector<std::string> codes_with(const std::string& file) {
  auto files = rule_set();
  files["more.yaml"] = file;
  const support::RuleFolder folder{files};
  std::vector<std::string> codes;
  for (const Diagnostic& each : check_rule_set(folder.path())) {
    if (each.severity != Severity::error) continue;
    EXPECT_TRUE(each.file.ends_with("more.yaml")) << to_string(each);
    if (codes.empty() || codes.back() != each.code) codes.push_back(each.code);
  }
  return codes;
}

void check_expressions(const Example& example, const std::vector<std::string>& expected) {
  const auto lines = words(example.text.substr(0, example.text.size() - 1), "\n");
  for (const std::string& line : lines) {
    const auto file = "guide: knee_page\nconditions:\n  example:\n    when: " + line + "\n";
    EXPECT_EQ(codes_with(file), expected) << line;
  }
}

// "care.least = routine" and so on, from the part `first` on.
void check_outcome(const support::RuleFiles& files, const std::string& profile, const std::string& answers,
                   const std::vector<std::string>& parts, std::size_t first) {
  const support::RuleFolder folder{files};
  std::vector<Diagnostic> problems;
  const auto json = support::outcome_json(folder, profile, answers, problems);
  ASSERT_FALSE(json.empty()) << all(problems);
  ASSERT_GT(parts.size(), first) << "nothing is expected";
  for (std::size_t i = first; i < parts.size(); ++i) {
    const auto sides = words(parts[i], " = ");
    EXPECT_EQ(support::at_path(json, sides.at(0)), sides.at(1)) << parts[i] << "\n" << json;
  }
}

void check_patient(const Example& example) {
  const auto parts = words(example.how, " | ");
  check_outcome(rule_set(), parts[0] == "patient" ? "knee_page" : parts[0].substr(8), example.text, parts, 1);
}

// "overlay | answers; of; a patient | what follows": the rules of the page with this overlay.
void check_overlay(const Example& example) {
  const auto parts = words(example.how, " | ");
  auto files = rule_set();
  files["overlay.yaml"] = example.text;
  std::string answers;
  for (const std::string& answer : words(parts.at(1), "; ")) answers += answer + "\n";
  check_outcome(files, "knee_page", answers, parts, 2);
}

// "record 2026-01-31 | fever: no | …": what the mapping of the page reads out of it, as a patient file.
void check_record(const Example& example) {
  const auto parts = words(example.how, " | ");
  Date as_of;
  ASSERT_TRUE(parse_date(parts.at(0).substr(std::string{"record "}.size()), as_of));
  const support::RuleFolder folder{rule_set()};
  auto loaded = load_rule_set(folder.path(), "default");
  ASSERT_TRUE(loaded.rule_set) << all(loaded.diagnostics);
  const auto mapping = fhir::load_mapping(folder.path(), *loaded.rule_set);
  ASSERT_TRUE(mapping.mapping) << all(mapping.diagnostics);
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  const auto read = fhir::read_record(*mapping.mapping, example.text, "record.json", as_of, patient);
  ASSERT_TRUE(read) << all(read.diagnostics);
  const std::string file = to_patient_file(read, "record.json", as_of);
  ASSERT_GT(parts.size(), 1U) << "nothing is expected";
  for (std::size_t i = 1; i < parts.size(); ++i) EXPECT_THAT(file, testing::HasSubstr("\n" + parts[i] + " "));
}

class Manual : public testing::TestWithParam<Example> {};

TEST_P(Manual, IsTrue) {
  const Example& example = GetParam();
  const auto how = words(example.how, " ");
  if (is_part(example.how)) {
    EXPECT_FALSE(example.text.empty());  // That they load together is the test below.
  } else if (how[0] == "refused") {
    EXPECT_EQ(codes_with(document(how.at(2), example.text)), std::vector{how.at(1)});
  } else if (how[0] == "expressions") {
    check_expressions(example, how.size() > 1 ? std::vector{how.at(2)} : std::vector<std::string>{});
  } else if (how[0] == "patient") {
    check_patient(example);
  } else if (how[0] == "record") {
    check_record(example);
  } else if (how[0] == "overlay") {
    check_overlay(example);
  } else {
    EXPECT_EQ(example.how, "not a rule file");
  }
}

INSTANTIATE_TEST_SUITE_P(OfTheRules, Manual, testing::ValuesIn(read_examples()),
                         [](const auto& each) { return "line_" + std::to_string(each.param.line); });

TEST(ManualAsAWhole, IsARuleSetWithoutProblems) {
  const support::RuleFolder folder{rule_set()};
  EXPECT_EQ(all(check_rule_set(folder.path())), "");
}

TEST(ManualAsAWhole, KeepsWhatItsCasesPromise) {
  const support::RuleFolder folder{rule_set()};
  const CaseRun run = run_cases(folder.path(), {date(2026, 1, 31), {}, {}, {}});
  EXPECT_EQ(run.results.size(), 3U);
  EXPECT_EQ(run.failed(), 0U) << to_text(run);
}

}  // namespace
}  // namespace vertebra
