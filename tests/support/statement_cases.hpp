#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "support/rule_folder.hpp"

namespace vertebra::conformance {

// One line of an expectation and where it stands in the file of cases.
struct Expected {
  int line = 0;
  std::string text;
};

struct PatientCase {
  int line = 0;
  std::string profile;
  std::string answers;
  std::vector<Expected> says;     // "care.least = same_day"
  std::vector<Expected> refused;  // "patient.yaml:1:12 V0704"
};

// A statement of the rule language in plain data: files, and what follows from them.
struct Case {
  std::string name;  // Of the file and the line: for test names.
  std::string section;
  std::string statement;  // Its first words.
  support::RuleFiles files;
  bool loads = false;
  std::vector<Expected> refused;  // "page.yaml:3:5 V0204", all of the errors.
  std::vector<Expected> warned;   // All of the warnings, where any are listed.
  bool runs_cases = false;        // Those of its files are run:
  std::vector<Expected> failing;  // "the_case: care", all that does not hold.
  std::vector<PatientCase> patients;
  support::RuleFiles changed;  // The same files with some of them written otherwise,
  std::string hash;            // and whether that is the same rule set or another: "same", "other" or nothing.

  friend void PrintTo(const Case& now, std::ostream* out) { *out << now.section << ": " << now.statement; }
};

// The cases of tests/conformance/statements, by file and line. Throws std::runtime_error for a file that does not follow
// the form described in tests/conformance/README.md.
std::vector<Case> read_cases();

}  // namespace vertebra::conformance
