#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <vertebra/engine.hpp>

#include "cli/arguments.hpp"
#include "cli/record.hpp"

// The arguments by which commands name the patient that they are about.
namespace vertebra::cli {

inline constexpr Option patient_option{"patient", "FILE", "the answers; - for standard input"};
inline constexpr Option as_of_option{"as-of", "DATE", "the day of the evaluation, as 2026-01-31 (default: today)"};

// The options by which a command names its rules and its patient, and then its own.
std::vector<Option> patient_options(const Option& rules, std::vector<Option> own);

// What to say where neither --patient nor --fhir is given, or the options beside them are wrong.
std::optional<Reply> check_patient(const Usage& usage, const Arguments& arguments);

// Fills in what is known from outside: the record first, then the answers, which replace what it said. The reply holds what
// is told of them, in `--fhir-report` too where that is given; refused where one cannot be read.
Reply read_answers(const Arguments& arguments, const Engine& engine, Date as_of, Patient& patient);

// Whom the arguments are about, ready to be evaluated.
struct Subject {
  Engine engine;
  Patient patient;
  std::string told;  // Of what was read, to stand beside what is said.
};

// With the rules and the answers as the arguments name them; a reply says what is wrong.
std::variant<Subject, Reply> read_subject(const Arguments& arguments, Date as_of);

}  // namespace vertebra::cli
