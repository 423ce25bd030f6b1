#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <vertebra/vertebra.hpp>

#include "support/golden_files.hpp"

// Answers to "why" about the example patients, kept whole, to be read by a person when they change (tests/golden/README.md).
namespace vertebra {
namespace {

using support::expect_golden;
using support::read_source_file;
using support::shipped_engine;

struct Example {
  std::string name;
  std::string patient;
  std::string question;
  std::vector<std::pair<std::string, Answer>> changed = {};  // Of the patient's answers.
  friend void PrintTo(const Example& example, std::ostream* out) { *out << example.name; }
};

Why answer_to(const Example& example) {
  Patient patient{shipped_engine()};
  EXPECT_TRUE(read_patient(patient, read_source_file("examples/data/" + example.patient + ".yaml"), "patient.yaml"));
  for (const auto& [fact, answer] : example.changed) EXPECT_TRUE(patient.set(fact, answer)) << fact;
  Evaluator evaluator{shipped_engine()};
  WhyReply reply = evaluator.why(patient, date(2026, 1, 31), *read_why_question(example.question));
  EXPECT_TRUE(reply.why) << reply.problem.message;
  return *std::move(reply.why);
}

// One object a line; the hash of the rules is left out.
std::string in_lines(const Why& why) {
  std::string json = why.to_json();
  const std::string_view hash = shipped_engine().rule_set().hash();
  json.replace(json.find(hash), hash.size(), "sha256:…");
  std::string lines;
  for (const char each : json) {
    const bool begins = each == '{' && lines.ends_with('[');
    const bool ends = each == ',' && (lines.ends_with('}') || lines.ends_with(']'));
    lines.append(begins ? "\n" : "").append(1, each).append(ends ? "\n" : "");
  }
  return lines + "\n";
}

class GoldenWhy : public testing::TestWithParam<Example> {};
class GoldenWhyJson : public testing::TestWithParam<Example> {};

TEST_P(GoldenWhy, ReadsAsItWasApproved) {
  expect_golden(to_text(answer_to(GetParam())), "tests/golden/why/" + GetParam().name + ".txt");
}

TEST_P(GoldenWhyJson, IsTheSameForPrograms) {
  expect_golden(in_lines(answer_to(GetParam())), "tests/golden/why/" + GetParam().name + ".json");
}

const Example cauda_equina{"cauda_equina_is_an_emergency", "cauda_equina", "care"};
const Example no_emergency{"uncomplicated_is_no_emergency", "acute_tight_muscles", "care:emergency"};
const Example ibuprofen{
    "ibuprofen_is_ruled_out", "acute_tight_muscles", "treatment:ibuprofen", {{"peptic_ulcer_or_gi_bleed", true}}};
const Example heat{"heat_before_massage", "acute_tight_muscles", "rank:heat,massage_therapy"};
const Example acupuncture{"acupuncture_is_open",
                          "acute_tight_muscles",
                          "treatment:acupuncture",
                          {{"bleeding_disorder", Unknown{}}, {"bleeding_disorder_severe", Unknown{}}}};
const Example fever{"a_measured_fever_counts",
                    "acute_tight_muscles",
                    "red_flag:red_flag_tiers.fever_with_back_pain",
                    {{"body_temperature", celsius(38.6)}}};

INSTANTIATE_TEST_SUITE_P(Examples, GoldenWhy,
                         testing::Values(cauda_equina, no_emergency, ibuprofen, heat, acupuncture, fever),
                         [](const auto& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(Examples, GoldenWhyJson, testing::Values(cauda_equina, ibuprofen, heat, acupuncture),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace vertebra
