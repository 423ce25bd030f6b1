#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>

// Rule sets that a test holds as texts, read through the same door as any other: a folder.
namespace vertebra::support {

// Files by their path in the folder.
using RuleFiles = std::map<std::string, std::string>;

// A folder of its own for these files, gone with this object.
class RuleFolder {
 public:
  explicit RuleFolder(const RuleFiles& files);
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;
  ~RuleFolder();

  const std::string& path() const noexcept { return path_; }

  // "page.yaml:3:5 V0204" for each problem of this severity, in the order in which they were reported.
  std::vector<std::string> places(const std::vector<Diagnostic>& problems, Severity severity) const;

 private:
  std::string path_;
};

// What is said of one patient, as JSON; where the rules or the answers are refused, `problems` says why and this is empty.
std::string outcome_json(const RuleFolder& folder, std::string_view profile, std::string_view answers,
                         std::vector<Diagnostic>& problems);

}  // namespace vertebra::support
