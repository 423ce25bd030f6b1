#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/vocabulary.hpp>

#include "fhir/findings.hpp"
#include "fhir/mapping.hpp"

// A small vocabulary and mapping, and records written out of a few words, so that a case is one line.
namespace vertebra::fhir::testing {

inline constexpr Date as_of = date(2026, 1, 31);

std::vector<FactInfo> sample_vocabulary();
std::string sample_mapping_text();
// Reads a mapping over the sample vocabulary.
struct MappingText {
  std::optional<Mapping::State> state;
  std::vector<Diagnostic> diagnostics;
};
MappingText mapping_from(std::string_view yaml);
// The sample mapping; the test fails where it is not read.
Mapping::State sample_mapping();

// "fever=yes leg_pain=one_leg|both_legs age=64..65", in vocabulary order; "-" when there is nothing; the message when the
// record is refused.
std::string answers_of(const Findings& findings);
std::string answers_in(std::string_view json, Date day = as_of);
// "Condition/1: `fever`: reason; …" in the order reported, "-" when there is nothing.
std::string skips_in(std::string_view json, Date day = as_of);

// {"resourceType":"Bundle","type":"collection","entry":[{"resource":…},…]}
std::string bundle(const std::vector<std::string>& resources);
std::string patient(std::string_view members);  // {"resourceType":"Patient","id":"p",…}
// A Condition with one SNOMED code and whatever else, as `"clinicalStatus":…`.
std::string condition(std::string_view code, std::string_view members = {});
std::string concept_of(std::string_view system, std::string_view code);  // {"coding":[{"system":…,"code":…}]}
std::string clinical(std::string_view status);                           // "clinicalStatus":{…}
std::string verification(std::string_view status);                       // "verificationStatus":{…}
std::string request(std::string_view rxnorm, std::string_view members);  // A MedicationRequest.
std::string statement(std::string_view rxnorm, std::string_view members);
// Final and of the day before the evaluation, where the members do not say otherwise.
std::string observation(std::string_view system, std::string_view code, std::string_view members);
std::string allergy(std::string_view system, std::string_view code, std::string_view members = {});
// Of the questionnaire http://our.clinic/intake, completed on the day before, where the members do not say otherwise.
std::string response(std::string_view items, std::string_view members = {});

inline constexpr std::string_view loinc = "http://loinc.org";
inline constexpr std::string_view atc = "http://www.whocc.no/atc";
inline constexpr std::string_view snomed = "http://snomed.info/sct";
inline constexpr std::string_view rxnorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
inline constexpr std::string_view icd10cm = "http://hl7.org/fhir/sid/icd-10-cm";

}  // namespace vertebra::fhir::testing
