#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <set>
#include <string>

#include <vertebra/vertebra.hpp>

#include "support/golden_patients.hpp"

// The invented patients of the shared golden cases, against the part of their expectations that is about spine_pro alone.

namespace vertebra {
namespace {

using test::golden_cases_file;
using test::read_golden_patient;
using test::words_of;

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_pro").rule_set};
  return made;
}

std::string care_word(const Outcome& outcome) {
  const auto care = outcome.care();
  if (!care) return "OUT_OF_SCOPE";
  if (care->least.id == "same_day") return "IMMEDIATE";
  return care->most.id == "same_day" ? "UNRESOLVED" : "HOME_CARE_POSSIBLE";
}

std::string leaf_word(const TreatmentAdvice& treatment) {
  if (treatment.verdict == Verdict::offered) return "OFFERED";
  if (treatment.verdict == Verdict::provisional) return "PROVISIONAL";
  return treatment.cause == Cause::deferred       ? "DEFERRED"
         : treatment.cause == Cause::not_in_scope ? "NOT_EVALUATED"
                                                  : "withheld";
}

std::set<std::string> sources_of(const Outcome& outcome, Truth truth) {
  std::set<std::string> sources;
  for (const auto& flag : outcome.red_flags()) {
    if (flag.truth == truth) sources.emplace(flag.sources.front());
  }
  return sources;
}

void expect_seed(const Outcome& outcome, const YAML::Node& seed) {
  EXPECT_EQ(care_word(outcome), seed["care_level"].as<std::string>());
  EXPECT_EQ(sources_of(outcome, Truth::yes), words_of(seed["fired"]));
  // Once the level is decided the open flags are no longer listed: they cannot change it.
  if (care_word(outcome) == "UNRESOLVED") {
    EXPECT_EQ(sources_of(outcome, Truth::unknown), words_of(seed["undetermined"]));
  }
  EXPECT_EQ(outcome.conflicts().size(), seed["conflicts"].size());
  const auto treatments = outcome.treatments();
  EXPECT_EQ(treatments.size(), 17U);
  for (const auto& treatment : treatments)
    EXPECT_EQ(leaf_word(treatment), seed["leaves"].as<std::string>()) << treatment.id;
}

TEST(GoldenCases, SpineProAloneSaysWhatTheyExpect) {
  if (!std::filesystem::exists(golden_cases_file())) GTEST_SKIP() << "the shared data is not here";
  const YAML::Node cases = YAML::LoadFile(golden_cases_file());
  ASSERT_GE(cases.size(), 18U);
  Evaluator evaluator{engine()};
  for (const auto& each : cases) {
    SCOPED_TRACE(each["id"].as<std::string>() + " " + each["title"].as<std::string>());
    const Patient patient = read_golden_patient(engine(), each);
    expect_seed(evaluator.evaluate(patient, date(2026, 1, 31)), each["expect"]["seed"]);
  }
}

}  // namespace
}  // namespace vertebra
