#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <vertebra/vertebra.hpp>

// The invented patients of the shared golden cases, against the part of their expectations that is about spine_pro alone.

namespace vertebra {
namespace {

const std::string cases_file = VERTEBRA_SHARED_DATA "/golden/cases.yaml";

const Engine& engine() {
  static const Engine made{*load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_pro").rule_set};
  return made;
}

// The cases name facts with their units; the vocabulary drops those.
const std::map<std::string, std::string> renamed = {{"pain_duration_days", "pain_duration"},
                                                    {"age_years", "age"},
                                                    {"pain_severity_nrs", "pain_severity"},
                                                    {"body_temperature_c", "body_temperature"},
                                                    {"gestational_age_weeks", "gestational_age"},
                                                    {"acetaminophen_daily_mg", "acetaminophen_daily"},
                                                    {"body_weight_kg", "body_weight"},
                                                    {"morning_stiffness_min", "morning_stiffness"},
                                                    {"age_at_onset_years", "age_at_onset"}};

std::string patient_file(const YAML::Node& facts) {
  std::string text;
  for (const auto& fact : facts) {
    const auto name = fact.first.as<std::string>();
    const auto found = renamed.find(name);
    text += (found == renamed.end() ? name : found->second) + ": " + fact.second.as<std::string>() + "\n";
  }
  return text;
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

std::set<std::string> words(const YAML::Node& list) {
  std::set<std::string> result;
  for (const auto& each : list) result.insert(each.as<std::string>());
  return result;
}

void expect_seed(const Outcome& outcome, const YAML::Node& seed) {
  EXPECT_EQ(care_word(outcome), seed["care_level"].as<std::string>());
  EXPECT_EQ(sources_of(outcome, Truth::yes), words(seed["fired"]));
  // Once the level is decided the open flags are no longer listed: they cannot change it.
  if (care_word(outcome) == "UNRESOLVED") {
    EXPECT_EQ(sources_of(outcome, Truth::unknown), words(seed["undetermined"]));
  }
  EXPECT_EQ(outcome.conflicts().size(), seed["conflicts"].size());
  const auto treatments = outcome.treatments();
  EXPECT_EQ(treatments.size(), 17U);
  for (const auto& treatment : treatments)
    EXPECT_EQ(leaf_word(treatment), seed["leaves"].as<std::string>()) << treatment.id;
}

TEST(GoldenCases, SpineProAloneSaysWhatTheyExpect) {
  if (!std::filesystem::exists(cases_file)) GTEST_SKIP() << "the shared data is not here";
  const YAML::Node cases = YAML::LoadFile(cases_file);
  ASSERT_GE(cases.size(), 18U);
  Evaluator evaluator{engine()};
  for (const auto& each : cases) {
    SCOPED_TRACE(each["id"].as<std::string>() + " " + each["title"].as<std::string>());
    Patient patient{engine()};
    const PatientResult read = read_patient(patient, patient_file(each["facts"]), "case.yaml");
    for (const Diagnostic& problem : read.diagnostics) ADD_FAILURE() << to_string(problem);
    expect_seed(evaluator.evaluate(patient, date(2026, 1, 31)), each["expect"]["seed"]);
  }
}

}  // namespace
}  // namespace vertebra
