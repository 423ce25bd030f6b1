#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

#include "support/golden_files.hpp"

// The example patients under the default profile, as text and as JSON: kept whole, to be read by a person when they
// change (tests/golden/README.md).
namespace vertebra {
namespace {

using support::expect_golden;
using support::read_source_file;
using support::shipped_engine;

Outcome outcome_of(const std::string& name) {
  Patient patient{shipped_engine()};
  const std::string file = name + ".yaml";
  EXPECT_TRUE(read_patient(patient, read_source_file("examples/data/" + file), file));
  Evaluator evaluator{shipped_engine()};
  return evaluator.evaluate(patient, date(2026, 1, 31));
}

// One object or list a line, so that a difference can be read. The hash is left out: it changes with every word of the
// rules, and other tests hold it.
std::string in_lines(const Outcome& outcome) {
  std::string json = outcome.to_json();
  json.replace(json.find(outcome.hash()), outcome.hash().size(), "sha256:…");
  std::string lines;
  for (const char each : json) {
    const bool ends = each == ',' && (lines.ends_with('}') || lines.ends_with(']'));
    lines.append(1, each).append(ends ? "\n" : "");
  }
  return lines + "\n";
}

class GoldenOutcome : public testing::TestWithParam<std::string> {};

TEST_P(GoldenOutcome, ReadsAsItWasApproved) {
  expect_golden(to_text(outcome_of(GetParam())), "tests/golden/text/" + GetParam() + ".txt");
}

TEST_P(GoldenOutcome, IsTheSameForPrograms) {
  expect_golden(in_lines(outcome_of(GetParam())), "tests/golden/json/" + GetParam() + ".json");
}

INSTANTIATE_TEST_SUITE_P(Patients, GoldenOutcome,
                         testing::Values("acute_tight_muscles", "few_answers", "five_months", "cauda_equina", "empty"),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace vertebra
