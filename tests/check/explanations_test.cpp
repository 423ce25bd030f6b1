#include "base/explanations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include <vertebra/diagnostic_codes.hpp>
#include <vertebra/engine.hpp>

#include "base/reporter.hpp"
#include "check/around_examples.hpp"

namespace vertebra::base {

void PrintTo(const Explanation& row, std::ostream* out) { *out << make_diagnostic(row.code, {}).code; }

namespace {

using testing::Contains;
using testing::Not;

std::vector<Diagnostic> said_of_rules(Around around, std::string_view text) {
  return test::problems_of(test::rules_around(around, std::string{text}), date(2026, 1, 31));
}

std::vector<Diagnostic> said_of_patient(std::string_view text) {
  auto loaded = load_rule_set(VERTEBRA_SOURCE_DIR "/tests/golden/explanations", "page");
  if (!loaded.rule_set) return loaded.diagnostics;
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  return read_patient(patient, text, "patient.yaml").diagnostics;
}

std::vector<std::string> codes_of(const Explanation& row, std::string_view text) {
  std::vector<std::string> codes;
  for (const Diagnostic& each : row.around == Around::patient ? said_of_patient(text) : said_of_rules(row.around, text))
    codes.push_back(each.code);
  return codes;
}

std::vector<Explanation> shown_by_rules_or_patients() {
  std::vector<Explanation> rows;
  for (const CodeInfo& info : all_codes())
    if (const Explanation* row = explanation(info.code))
      if (row->around != Around::elsewhere) rows.push_back(*row);
  return rows;
}

class Explanations : public testing::TestWithParam<Explanation> {};

TEST_P(Explanations, HaveAnExampleThatShowsTheCodeAndAMendedFormWithoutProblems) {
  const std::string code = make_diagnostic(GetParam().code, {}).code;
  EXPECT_THAT(codes_of(GetParam(), GetParam().example), Contains(code)) << GetParam().example;
  const auto mended = codes_of(GetParam(), GetParam().mended);
  EXPECT_THAT(mended, Not(Contains(code))) << GetParam().mended;
  for (const std::string& other : mended) EXPECT_GE(other, "V0601") << GetParam().mended;
}

INSTANTIATE_TEST_SUITE_P(EachCode, Explanations, testing::ValuesIn(shown_by_rules_or_patients()), [](const auto& each) {
  return make_diagnostic(each.param.code, {}).code + "_" + std::string{base::info(each.param.code).name};
});

TEST(ExplanationTable, SaysSomethingOfEveryCode) {
  for (const DiagnosticCode& each : diagnostic_codes()) {
    EXPECT_FALSE(each.more.empty()) << each.code << " needs a row in src/base/explanations_of_*.cpp";
    EXPECT_NE(each.more, each.about) << each.code;
  }
}

}  // namespace
}  // namespace vertebra::base
