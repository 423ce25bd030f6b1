#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

// The example patients under the default profile, as text and as JSON: kept whole, to be read by a person when they
// change (tests/golden/README.md).
namespace vertebra {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file{VERTEBRA_SOURCE_DIR "/" + path, std::ios::binary};
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>{file}, {}};
}

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "default").rule_set};
  return made;
}

Outcome outcome_of(const std::string& name) {
  Patient patient{engine()};
  const std::string file = name + ".yaml";
  EXPECT_TRUE(read_patient(patient, read_file("examples/data/" + file), file));
  Evaluator evaluator{engine()};
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

// With VERTEBRA_UPDATE_GOLDEN in the environment the files are written instead, to be read by a person.
void expect_file(const std::string& text, const std::string& path) {
  if (std::getenv("VERTEBRA_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{VERTEBRA_SOURCE_DIR "/" + path, std::ios::binary} << text;
  }
  EXPECT_EQ(text, read_file(path));
}

class GoldenOutcome : public testing::TestWithParam<std::string> {};

TEST_P(GoldenOutcome, ReadsAsItWasApproved) {
  expect_file(to_text(outcome_of(GetParam())), "tests/golden/text/" + GetParam() + ".txt");
}

TEST_P(GoldenOutcome, IsTheSameForPrograms) {
  expect_file(in_lines(outcome_of(GetParam())), "tests/golden/json/" + GetParam() + ".json");
}

INSTANTIATE_TEST_SUITE_P(Patients, GoldenOutcome,
                         testing::Values("acute_tight_muscles", "few_answers", "five_months", "cauda_equina", "empty"),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace vertebra
