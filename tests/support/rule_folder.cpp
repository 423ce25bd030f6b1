#include "support/rule_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <vertebra/vertebra.hpp>

namespace vertebra::support {
namespace {

namespace fs = std::filesystem;

// Nobody else's, not even what an earlier test that was killed left behind.
std::string own_path() {
  std::string path = testing::TempDir() + "vertebra_rules_XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error{"cannot make " + path};
  return path;
}

}  // namespace

RuleFolder::RuleFolder(const RuleFiles& files) : path_{own_path()} {
  for (const auto& [name, text] : files) {
    const fs::path file = fs::path{path_} / name;
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
  }
}

RuleFolder::~RuleFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> RuleFolder::places(const std::vector<Diagnostic>& problems, Severity severity) const {
  std::vector<std::string> result;
  for (const Diagnostic& each : problems) {
    if (each.severity != severity) continue;
    const std::string file = each.file.starts_with(path_) ? each.file.substr(path_.size() + 1) : each.file;
    result.push_back(file + ":" + std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.code);
  }
  return result;
}

std::string outcome_json(const RuleFolder& folder, std::string_view profile, std::string_view answers,
                         std::vector<Diagnostic>& problems) {
  auto loaded = load_rule_set(folder.path(), profile);
  problems = std::move(loaded.diagnostics);
  if (!loaded.rule_set) return {};
  const Engine engine{*std::move(loaded.rule_set)};
  Patient patient{engine};
  // JSON begins with a brace; an empty map of answers is written so in both.
  const bool json = answers.starts_with('{');
  auto read =
      answers.empty() ? PatientResult{} : read_patient(patient, answers, json ? "patient.json" : "patient.yaml");
  problems = std::move(read.diagnostics);
  if (has_errors(problems)) return {};
  Evaluator evaluator{engine};
  return evaluator.evaluate(patient, date(2026, 1, 31)).to_json();
}

}  // namespace vertebra::support
