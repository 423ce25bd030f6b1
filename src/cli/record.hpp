#pragma once

#include <string>
#include <variant>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "cli/arguments.hpp"
#include "cli/reply.hpp"

// FHIR records at the command line.
namespace vertebra::cli {

inline constexpr Option fhir_option{"fhir", "FILE", "a FHIR R4 record in JSON or NDJSON; - for standard input"};
inline constexpr Option mapping_option{"mapping", "PATH",
                                       "a mapping file, or a folder with one (default: that of the rules)"};
inline constexpr Option patient_id_option{"patient-id", "ID", "whose resources to read, in a record about several"};
inline constexpr Option complete_option =
    some_of("condition,medication,allergy,procedure",
            {"complete", "LISTS", "lists of which the record holds all there is, such as medication,allergy"});
inline constexpr Option strict_option{"strict", "", "refuse a record that is not as FHIR R4 has it"};

struct ReadFile {
  std::string name;  // As messages show it.
  fhir::ReadResult result;
};

// Reads the record of --fhir into the patient through the mapping; a reply says what is wrong.
std::variant<ReadFile, Reply> read_fhir(const Arguments& arguments, const Engine& engine, Date as_of, Patient& patient);

// Which facts were found where, what was not used, and why the rest is unknown: for people.
std::string told(const ReadFile& read);

}  // namespace vertebra::cli
