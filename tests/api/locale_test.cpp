// No locale may change a byte: not one of ours with the worst habits of several countries, not those of the system (CI
// makes German and Turkish ones and refuses a run that skips them).

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <string>
#include <vector>

#include <vertebra/fhir.hpp>
#include <vertebra/vertebra.hpp>

#include "cli/program.hpp"

namespace vertebra {
namespace {

namespace fs = std::filesystem;

const std::string source = VERTEBRA_SOURCE_DIR;
constexpr Date as_of = date(2026, 1, 31);

// Decimal commas, points between thousands, and a Turkish lower case, where `I` is not `i`.
class Comma : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\1"; }
  std::string do_truename() const override { return "wahr"; }
};
class Undotted : public std::ctype<char> {
  char do_tolower(char c) const override { return c == 'I' ? '\x7F' : std::ctype<char>::do_tolower(c); }
  char do_toupper(char c) const override { return c == 'i' ? '\x7F' : std::ctype<char>::do_toupper(c); }
};

std::locale worst() { return std::locale{std::locale{std::locale::classic(), new Comma}, new Undotted}; }

class Global {
 public:
  explicit Global(const std::locale& locale) : before_{std::locale::global(locale)} {}
  ~Global() { std::locale::global(before_); }
  Global(const Global&) = delete;
  Global& operator=(const Global&) = delete;

 private:
  std::locale before_;
};

std::string text_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

std::string shown(const std::vector<Diagnostic>& diagnostics) {
  std::string result;
  for (const Diagnostic& each : diagnostics) result += to_string(each);
  return result;
}

// Problems of every golden case.
std::string all_problems() {
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator{source + "/tests/golden/diagnostics"})
    folders.push_back(entry.path().string());
  std::sort(folders.begin(), folders.end());
  std::string result;
  for (const std::string& folder : folders) result += shown(check_rule_set(folder));
  return result;
}

// Every form that advice takes, for the example patients and one of whom nothing is known.
std::string all_advice() {
  const auto loaded = load_rule_set(source + "/rules/low_back_pain", "default");
  const Engine engine{*loaded.rule_set};
  const auto mapping = fhir::load_mapping(source + "/rules/low_back_pain", engine.rule_set());
  Evaluator evaluator{engine};
  std::string result = std::string{engine.rule_set().hash()} + graph_dot(engine.rule_set()) +
                       graph_mermaid(engine.rule_set()) + shown(loaded.diagnostics);
  for (const char* name :
       {"acute_tight_muscles.yaml", "five_months.yaml", "few_answers.yaml", "acute_bundle.json", ""}) {
    Patient patient{engine};
    const std::string text = *name == '\0' ? std::string{} : text_of(source + "/examples/data/" + name);
    if (text.starts_with('{'))
      result += shown(fhir::read_record(*mapping.mapping, text, name, as_of, patient).diagnostics);
    else if (!text.empty())
      result += shown(read_patient(patient, text, name).diagnostics);
    const Outcome& outcome = evaluator.evaluate(patient, as_of);
    result += outcome.to_json() + to_text(outcome, {});
  }
  Patient refused{engine};
  for (const char* text : {"body_temperature: 1234.5 Cel", "pain_duration: 1,5 d", "FEVER: yes", "fever: ISN'T"})
    result += shown(read_patient(refused, text, "answers.yaml").diagnostics);
  return result;
}

std::string everything() { return all_problems() + all_advice(); }

const std::string& in_the_classic_locale() {
  static const std::string made = [] {
    const Global classic{std::locale::classic()};
    return everything();
  }();
  return made;
}

TEST(Locale, OfOurOwnWithTheWorstHabitsChangesNoByte) {
  const std::string& expected = in_the_classic_locale();
  ASSERT_NE(expected.find("V0704"), std::string::npos);
  ASSERT_NE(expected.find("\"care\""), std::string::npos);
  const Global global{worst()};
  EXPECT_EQ(everything(), expected);
}

class SystemLocale : public testing::TestWithParam<const char*> {};

TEST_P(SystemLocale, ChangesNoByte) {
  const std::string& expected = in_the_classic_locale();
  std::locale locale;
  try {
    locale = std::locale{GetParam()};
  } catch (const std::runtime_error&) {
    GTEST_SKIP() << "this system has no locale " << GetParam();
  }
  const Global global{locale};  // The one of C as well.
  EXPECT_EQ(everything(), expected);
}

TEST_P(SystemLocale, ChangesNoByteOfTheProgram) {
  const char* folder = std::getenv("LOCPATH");
  const auto run = [&](const std::string& locale) {
    return test::run_vertebra({"evaluate", "--rules", source + "/rules/low_back_pain", "--patient",
                               source + "/examples/data/five_months.yaml", "--as-of", "2026-01-31"},
                              {.environment = {"LC_ALL=" + locale, "LANG=" + locale,
                                               std::string{"LOCPATH="} + (folder == nullptr ? "" : folder)}});
  };
  const test::Ran classic = run("C");
  const test::Ran other = run(GetParam());
  EXPECT_EQ(other.exit, 0) << other.err;
  EXPECT_EQ(other.out, classic.out);
  EXPECT_EQ(other.err, classic.err);
}

INSTANTIATE_TEST_SUITE_P(Each, SystemLocale, testing::Values("C", "de_DE.UTF-8", "tr_TR.UTF-8"),
                         [](const auto& each) { return std::string{each.param}.substr(0, 2); });

}  // namespace
}  // namespace vertebra
