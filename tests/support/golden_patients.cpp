#include "support/golden_patients.hpp"

#include <map>

#include <gtest/gtest.h>

namespace vertebra::test {
namespace {

const std::map<std::string, std::string>& renamed() {
  static const std::map<std::string, std::string> names = {{"pain_duration_days", "pain_duration"},
                                                           {"age_years", "age"},
                                                           {"pain_severity_nrs", "pain_severity"},
                                                           {"body_temperature_c", "body_temperature"},
                                                           {"gestational_age_weeks", "gestational_age"},
                                                           {"acetaminophen_daily_mg", "acetaminophen_daily"},
                                                           {"body_weight_kg", "body_weight"},
                                                           {"morning_stiffness_min", "morning_stiffness"},
                                                           {"age_at_onset_years", "age_at_onset"}};
  return names;
}

}  // namespace

std::string golden_cases_file() { return VERTEBRA_SHARED_DATA "/golden/cases.yaml"; }

std::string golden_patient(const YAML::Node& facts) {
  std::string text;
  for (const auto& fact : facts) {
    const auto name = fact.first.as<std::string>();
    const auto found = renamed().find(name);
    text += (found == renamed().end() ? name : found->second) + ": " + fact.second.as<std::string>() + "\n";
  }
  return text;
}

Patient read_golden_patient(const Engine& engine, const YAML::Node& golden_case) {
  Patient patient{engine};
  const PatientResult read = read_patient(patient, golden_patient(golden_case["facts"]), "case.yaml");
  for (const Diagnostic& problem : read.diagnostics) ADD_FAILURE() << to_string(problem);
  return patient;
}

std::set<std::string> words_of(const YAML::Node& node) {
  std::set<std::string> words;
  if (node.IsMap()) {
    for (const auto& each : node) words.insert(each.first.as<std::string>());
  } else {
    for (const auto& each : node) words.insert(each.as<std::string>());
  }
  return words;
}

}  // namespace vertebra::test
