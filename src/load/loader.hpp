#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/reporter.hpp"
#include "model/cases.hpp"
#include "model/rule_set.hpp"

namespace vertebra::load {

// A text to read as if it were a file; the name is relative to the folder and decides the order.
struct NamedText {
  std::string name;
  std::string text;
};

// Reads the .yaml, .yml and .json files below a folder, by path; hidden files and folders are left out. Reports what cannot
// be read and what is over the limits (4 MiB a file, 64 MiB in all).
std::vector<NamedText> read_folder(std::string_view folder, std::vector<Diagnostic>& problems);

// The same, each file named as the caller would write it, so that a terminal or an editor can open what a message names.
std::vector<NamedText> read_rules(std::string_view folder, std::vector<Diagnostic>& problems);

// What a site keeps apart from the rules: such a folder, or one file.
std::vector<NamedText> read_site(std::string_view path, std::vector<Diagnostic>& problems);

struct Loaded {
  std::optional<model::RuleSet> rules;  // Set when there is no error.
  model::Cases cases;                   // Of the same folder.
  std::vector<Diagnostic> diagnostics;  // In file order.
};

// Cases are for those who run or check them. Who only wants the rules passes over the files of cases, whatever is in them.
enum class CaseFiles { read, passed_over };

// Reads a whole rule set: every document, every reference. Circles of conditions and unused things are for graph and check.
// Those of `site` count as later files of the same folder; beside them no cases are read.
Loaded load(std::vector<NamedText> texts, std::vector<NamedText> site = {}, CaseFiles case_files = CaseFiles::read);

struct LoadedCases {
  model::Cases cases;                   // Complete when no diagnostic is an error.
  std::vector<Diagnostic> diagnostics;  // In file order.
};

// Reads files of cases that stand outside the folder of their rules, in the order given.
LoadedCases load_cases(const model::RuleSet& rules, std::vector<NamedText> texts);

// The canonical JSON (rule-language section 7) of everything that one profile uses; the content hash is its SHA-256.
std::string canonical_json(const model::RuleSet& rules, const model::Profile& profile);

}  // namespace vertebra::load
