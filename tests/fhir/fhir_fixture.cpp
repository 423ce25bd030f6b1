#include "fhir/fhir_fixture.hpp"

#include <gtest/gtest.h>

#include <variant>

#include "base/text.hpp"
#include "document/reader.hpp"
#include "fhir/record_reader.hpp"

namespace vertebra::fhir::testing {
namespace {

FactInfo fact(std::string_view id, FactKind kind, std::vector<std::string_view> choices,
              std::vector<CodeBinding> codes) {
  FactInfo info;
  info.id = id;
  info.kind = kind;
  info.choices = std::move(choices);
  info.codes = std::move(codes);
  return info;
}

std::string joined(std::vector<std::string> members) {
  std::string result;
  for (const std::string& each : members)
    if (!each.empty()) result += (result.empty() ? "" : ",") + each;
  return "{" + result + "}";
}

std::string quoted(std::string_view name, std::string_view value) {
  return "\"" + std::string{name} + "\":\"" + std::string{value} + "\"";
}

std::string text_of(const Answer& answer) {
  if (const bool* truth = std::get_if<bool>(&answer)) return *truth ? "yes" : "no";
  if (const Quantity* number = std::get_if<Quantity>(&answer)) {
    const std::string low = base::number_text(number->low), high = base::number_text(number->high);
    return (low == high ? low : low + ".." + high) + (number->unit == "a" ? "" : " " + number->unit);
  }
  std::string result;
  if (const Choice* choice = std::get_if<Choice>(&answer))
    for (const std::string& each : choice->members) result += (result.empty() ? "" : "|") + each;
  return result;
}

std::string text_of(const Skipped& skipped) {
  const std::string many = skipped.count == 0   ? ""
                           : skipped.count == 1 ? "1 entry: "
                                                : std::to_string(skipped.count) + " entries: ";
  return skipped.resource + ": " + many + (skipped.fact.empty() ? "" : "`" + skipped.fact + "`: ") +
         std::string{skipped.reason};
}

std::string medication(std::string_view kind, std::string_view code, std::string_view members) {
  return joined({quoted("resourceType", kind), quoted("id", "m" + std::string{code}), std::string{members},
                 "\"medicationCodeableConcept\":" + concept_of(rxnorm, code)});
}

std::variant<Findings, std::string> read(std::string_view json, Date day) {
  static const Mapping::State mapping = sample_mapping();
  const auto parsed = parse_record(json, mapping.kinds);
  if (const auto* problem = std::get_if<JsonProblem>(&parsed)) return problem->message;
  const Record& record = std::get<Record>(parsed);
  return find_answers(mapping, record, Person{record}, day);
}

}  // namespace

std::vector<FactInfo> sample_vocabulary() {
  using enum FactKind;
  FactInfo age = fact("age", quantity, {}, {});
  age.unit = "a";
  age.max = 120;
  FactInfo weight = fact("weight", quantity, {}, {{"loinc", "29463-7", "V", {}}});
  weight.unit = "kg";
  weight.min = 1;
  weight.max = 650;
  FactInfo pain = fact("pain", quantity, {}, {{"loinc", "72514-3", "V", {}}});
  pain.unit = "{score}";
  pain.max = 10;
  FactInfo filtration = fact("filtration", quantity, {}, {{"loinc", "98979-8", "V", {}}});
  filtration.unit = "mL/min/{1.73_m2}";
  filtration.max = 250;
  return {
      fact("fever", boolean, {}, {{"snomed", "386", "V", {}}, {"icd10cm", "R50.9", "C", {}}}),
      fact("ulcer", boolean, {}, {{"snomed", "132", "V", {}}, {"icd10cm", "K27.9", "U", {}}}),
      fact("asthma", boolean, {}, {{"snomed", "195", "V", {}}, {"snomed", "700", "V", "no"}}),
      fact("leg_pain", choice, {"none", "one_leg", "both_legs"}, {{"snomed", "106", "V", {}}}),
      fact("cancer", choice, {"none", "past", "active"},
           {{"snomed", "363", "V", {}}, {"snomed", "266", "V", "past"}, {"snomed", "7003", "V", "none"}}),
      fact("thinner", choice, {"none", "anticoagulant", "antiplatelet", "both"},
           {{"rxnorm", "11289", "V", "anticoagulant"},
            {"rxnorm", "1191", "V", "antiplatelet"},
            {"icd10cm", "Z79.01", "V", "anticoagulant"}}),
      fact("pregnant", choice, {"no", "yes", "possible"},
           {{"snomed", "773", "V", "yes"}, {"snomed", "600", "C", "no"}, {"loinc", "82810-3", "C", {}}}),
      fact("steroid", choice, {"none", "short", "long"}, {{"rxnorm", "8640", "V", {}}}),
      fact("injury", boolean, {}, {{"snomed", "417", "V", {}}}),  // Not mapped.
      fact("wound", boolean, {}, {{"snomed", "125", "W", {}}}),   // Mapped nowhere: its code is not good enough.
      age,
      weight,
      pain,
      filtration,
      fact("nsaid", boolean, {}, {{"icd10cm", "Z79.1", "V", {}}}),
      fact("nsaid_allergy", choice, {"none", "allergy", "asthma_attack"}, {{"snomed", "407", "V", "asthma_attack"}}),
      fact("fusion", boolean, {}, {{"snomed", "557", "V", {}}})};
}

std::string sample_mapping_text() {
  return R"(fhir_mapping: sample
version: 1.0.0
systems:
  snomed: ["http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96"]
  rxnorm: ["http://www.nlm.nih.gov/research/umls/rxnorm"]
  icd10cm: ["http://hl7.org/fhir/sid/icd-10-cm"]
  loinc: ["http://loinc.org"]
  atc: ["http://www.whocc.no/atc"]
statuses:
  current:
    condition: [active, recurrence, relapse]
    medication_request: [active]
    medication_statement: [active]
    medication_administration: [in-progress, completed]
    allergy: [active]
    observation: [final, amended, corrected]
    questionnaire_response: [completed, amended]
    encounter: [in-progress, finished]
  ever:
    condition: [active, recurrence, relapse, inactive, remission, resolved]
    procedure: [in-progress, completed]
    medication_request: [active, on-hold, completed, stopped]
    medication_statement: [active, on-hold, completed, stopped]
encounter_diagnoses:
  within: 90 d
answers:
  yes: [{system: loinc, code: LA33-6}, {system: snomed, code: "52101"}]
  no: [{system: loinc, code: LA32-8}, {system: snomed, code: "2667"}]
medicine_classes:
  nsaid: {rxnorm: ["5640", "197806"], atc: [M01A]}
no_known_allergies:
  - {system: snomed, code: "716"}
retired_codes:
  - system: icd10cm
    code: R50
    read_as: R50.9
    because: It was split.
facts:
  age: {patient: birth_date}
  fever:
    condition: current
    encounter: {statuses: current, within: 14 d}
    observation: {statuses: current, within: 3 d, refuted: no}
    questionnaire:
      statuses: current
      within: 14 d
      items:
        - {questionnaire: "http://our.clinic/intake", link_id: fever}
  ulcer: {condition: ever}
  asthma:
    condition: {statuses: current, refuted: no}
  leg_pain:
    condition: current
    observation: {statuses: current, within: 3 d}
    questionnaire:
      statuses: current
      items:
        - questionnaire: "http://our.clinic/intake"
          link_id: legs
          answers: {N: none, L: one_leg, R: one_leg, B: both_legs, Not sure: [none, one_leg]}
  cancer: {condition: ever}
  thinner:
    condition: current
    medication: current
    means:
      anticoagulant: [anticoagulant, both]
      antiplatelet: [antiplatelet, both]
  pregnant:
    condition: {statuses: current, within: 42 wk}
    observation: {statuses: current, within: 42 wk}
    means: {no: unknown}
  steroid: {medication: ever}
  weight:
    observation: {statuses: current, within: 365 d}
    questionnaire: current
  pain:
    observation: {statuses: current, within: 2 d}
    questionnaire: current
  filtration: {observation: {statuses: current, within: 365 d}}
  nsaid:
    condition: current
    medication: {statuses: current, classes: {nsaid: yes}, when_absent: no}
  nsaid_allergy:
    allergy: {statuses: current, classes: {nsaid: [allergy, asthma_attack]}, when_absent: none}
  fusion: {procedure: ever}
)";
}

MappingText mapping_from(std::string_view yaml) {
  base::Files files;
  base::Reporter reporter{files};
  const int file = files.add("mapping.yaml", std::string{yaml});
  std::vector<document::Node> documents;
  if (auto node = document::read(files, file, document::Format::yaml, reporter)) documents.push_back(*std::move(node));
  MappingText result;
  const auto vocabulary = sample_vocabulary();
  result.state = read_mapping(documents, vocabulary, reporter);
  result.diagnostics = reporter.take();
  return result;
}

Mapping::State sample_mapping() {
  MappingText result = mapping_from(sample_mapping_text());
  for (const Diagnostic& each : result.diagnostics) ADD_FAILURE() << to_string(each);
  return result.state.value_or(Mapping::State{});
}

std::string answers_of(const Findings& findings) {
  std::string result;
  for (const FoundFact& each : findings.found)
    result += (result.empty() ? "" : " ") + each.fact + "=" + text_of(each.answer);
  return result.empty() ? "-" : result;
}

std::string answers_in(std::string_view json, Date day) {
  const auto result = read(json, day);
  const auto* message = std::get_if<std::string>(&result);
  return message != nullptr ? *message : answers_of(std::get<Findings>(result));
}

std::string skips_in(std::string_view json, Date day) {
  const auto found = read(json, day);
  if (const auto* message = std::get_if<std::string>(&found)) return *message;
  std::string result;
  for (const Skipped& each : std::get<Findings>(found).skipped) result += (result.empty() ? "" : "; ") + text_of(each);
  return result.empty() ? "-" : result;
}

std::string bundle(const std::vector<std::string>& resources) {
  std::string entries;
  for (const std::string& each : resources) entries += (entries.empty() ? "" : ",") + ("{\"resource\":" + each + "}");
  return R"({"resourceType":"Bundle","type":"collection","entry":[)" + entries + "]}";
}

std::string patient(std::string_view members) {
  return joined({quoted("resourceType", "Patient"), quoted("id", "p"), std::string{members}});
}

std::string concept_of(std::string_view system, std::string_view code) {
  return "{\"coding\":[{" + quoted("system", system) + "," + quoted("code", code) + "}]}";
}

std::string condition(std::string_view code, std::string_view members) {
  return joined({quoted("resourceType", "Condition"), quoted("id", "c" + std::string{code}), std::string{members},
                 "\"code\":" + concept_of(snomed, code)});
}

std::string clinical(std::string_view status) {
  return "\"clinicalStatus\":" + concept_of("http://terminology.hl7.org/CodeSystem/condition-clinical", status);
}

std::string verification(std::string_view status) {
  return "\"verificationStatus\":" + concept_of("http://terminology.hl7.org/CodeSystem/condition-ver-status", status);
}

std::string request(std::string_view code, std::string_view members) {
  return medication("MedicationRequest", code, members);
}

std::string observation(std::string_view system, std::string_view code, std::string_view members) {
  const bool dated = members.find("effective") != std::string_view::npos;
  const bool has_status = members.find("\"status\"") != std::string_view::npos;
  return joined({quoted("resourceType", "Observation"), quoted("id", "o" + std::string{code}), std::string{members},
                 has_status ? "" : quoted("status", "final"), dated ? "" : quoted("effectiveDateTime", "2026-01-30"),
                 "\"code\":" + concept_of(system, code)});
}

std::string allergy(std::string_view system, std::string_view code, std::string_view members) {
  return joined({quoted("resourceType", "AllergyIntolerance"), quoted("id", "a" + std::string{code}),
                 std::string{members}, "\"code\":" + concept_of(system, code)});
}

std::string response(std::string_view items, std::string_view members) {
  const bool has_status = members.find("\"status\"") != std::string_view::npos;
  const bool dated = members.find("authored") != std::string_view::npos;
  return joined({quoted("resourceType", "QuestionnaireResponse"), quoted("id", "r"), std::string{members},
                 quoted("questionnaire", "http://our.clinic/intake|2"), has_status ? "" : quoted("status", "completed"),
                 dated ? "" : quoted("authored", "2026-01-30"), "\"item\":[" + std::string{items} + "]"});
}

std::string statement(std::string_view code, std::string_view members) {
  return medication("MedicationStatement", code, members);
}

}  // namespace vertebra::fhir::testing
