#pragma once

#include <set>
#include <string>

#include <yaml-cpp/yaml.h>

#include <vertebra/vertebra.hpp>

namespace vertebra::test {

// The invented patients of the shared golden cases. Their file is not part of the repository.
std::string golden_cases_file();

// The facts of a golden case as a patient file: the cases name facts with their units, the vocabulary drops those.
std::string golden_patient(const YAML::Node& facts);

// The patient of a golden case; a problem with it fails the test.
Patient read_golden_patient(const Engine& engine, const YAML::Node& golden_case);

// The members of a list, or the keys of a map.
std::set<std::string> words_of(const YAML::Node& node);

}  // namespace vertebra::test
