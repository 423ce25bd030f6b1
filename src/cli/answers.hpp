#pragma once

#include <string>
#include <variant>
#include <vector>

#include <vertebra/engine.hpp>

#include "cli/arguments.hpp"
#include "cli/record.hpp"
#include "cli/rules.hpp"
#include "cli/today.hpp"

// The arguments by which commands name the patient that they are about.
namespace vertebra::cli {

inline constexpr Option patient_option{"patient", "FILE", "the answers; - for standard input"};

// The options by which a command names its rules and its patient, and then its own.
std::vector<Option> patient_options(const Option& rules, std::vector<Option> own);

// Whom the arguments are about, ready to be evaluated.
struct Subject {
  Engine engine;
  Patient patient;
  Date as_of;
  std::string warnings;  // Of what was read.
  std::string record;    // What was read from it and what not, for people; empty where there is none.

  std::string told() const { return warnings + record; }  // To stand beside what is said.
};

// With the rules, the answers and the day as the arguments name them: the record first, of which `--fhir-report` is written
// where it is asked for, then the answers, which replace what it said. A reply says what is wrong.
std::variant<Subject, Reply> read_subject(const Usage& usage, const Arguments& arguments,
                                          LoadResult (*load)(const Arguments&) = &load_rules);

}  // namespace vertebra::cli
