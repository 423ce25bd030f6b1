#include "support/statement_cases.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace vertebra::conformance {
namespace {

namespace fs = std::filesystem;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

class CaseReader {
 public:
  explicit CaseReader(const fs::path& path) : path_{path} {}

  std::vector<Case> read() {
    std::ifstream file{path_, std::ios::binary};
    for (std::string line; std::getline(file, line);) {
      ++line_;
      if (line.starts_with("===")) {
        begin_case(line.substr(3));
      } else if (line.starts_with("--- ")) {
        begin_part(trimmed(line.substr(4)));
      } else {
        add(line);
      }
    }
    for (Case& each : cases_) each.files.insert(shared_.begin(), shared_.end());
    for (Case& each : cases_)
      if (!each.hash.empty()) each.changed.insert(each.files.begin(), each.files.end());
    return std::move(cases_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error{path_.string() + ":" + std::to_string(line_) + ": " + what};
  }

  // "=== 2 | first words of the statement | what this case adds"
  void begin_case(const std::string& heading) {
    const auto bar = heading.find(" | ");
    if (bar == std::string::npos) fail("a case begins `=== SECTION | FIRST WORDS`");
    Case next;
    next.section = trimmed(heading.substr(0, bar));
    const auto rest = heading.substr(bar + 3);
    next.statement = trimmed(rest.substr(0, rest.find(" | ")));
    next.name = path_.stem().string() + "_line_" + std::to_string(line_);
    cases_.push_back(std::move(next));
    text_ = nullptr;
    list_ = nullptr;
  }

  void begin_part(const std::string& part) {
    text_ = nullptr;
    list_ = nullptr;
    if (part.ends_with(".yaml") || part.ends_with(".json")) return begin_file(part);
    if (cases_.empty()) fail("only files stand before the first case");
    Case& now = cases_.back();
    if (part == "loads") {
      now.loads = true;
    } else if (part == "refused") {
      list_ = now.patients.empty() ? &now.refused : &now.patients.back().refused;
    } else if (part == "warned") {
      list_ = &now.warned;
    } else if (part == "cases hold" || part == "cases hold but for") {
      now.runs_cases = true;
      list_ = &now.failing;
    } else if (part.starts_with("patient")) {
      begin_patient(now, trimmed(part.substr(7)));
    } else if (part == "says" && !now.patients.empty()) {
      list_ = &now.patients.back().says;
    } else if (part == "same hash" || part == "other hash") {
      now.hash = part.substr(0, part.find(' '));
    } else {
      fail("`--- " + part + "` is not a part of a case");
    }
  }

  void begin_file(const std::string& name) {
    const bool change = name.starts_with("changed ");
    if (change && cases_.empty()) fail("a changed file belongs to a case");
    auto& files = cases_.empty() ? shared_ : change ? cases_.back().changed : cases_.back().files;
    text_ = &files[change ? trimmed(name.substr(8)) : name];
  }

  void begin_patient(Case& now, const std::string& profile) {
    now.patients.push_back({line_, profile.empty() ? "page" : profile, {}, {}, {}});
    text_ = &now.patients.back().answers;
  }

  void add(const std::string& line) {
    const bool blank = trimmed(line).empty();
    if (text_ != nullptr && !(blank && text_->empty())) {
      *text_ += line + "\n";
    } else if (list_ != nullptr && !blank) {
      list_->push_back({line_, trimmed(line)});
    } else if (!blank && !line.starts_with('#')) {
      fail("this line belongs to nothing");
    }
  }

  fs::path path_;
  int line_ = 0;
  support::RuleFiles shared_;
  std::vector<Case> cases_;
  std::string* text_ = nullptr;
  std::vector<Expected>* list_ = nullptr;
};

}  // namespace

std::vector<Case> read_cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator{VERTEBRA_SOURCE_DIR "/tests/conformance/statements"})
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Case> cases;
  for (const fs::path& path : paths)
    for (Case& each : CaseReader{path}.read()) cases.push_back(std::move(each));
  return cases;
}

}  // namespace vertebra::conformance
