#include <gtest/gtest.h>

#include <variant>

#include "fhir/fhir_fixture.hpp"
#include "fhir/record_reader.hpp"

// What nobody would write by accident: a message or an answer, and never a crash.
namespace vertebra::fhir::testing {
namespace {

constexpr const char* kinds[] = {"Patient",
                                 "Condition",
                                 "Observation",
                                 "MedicationRequest",
                                 "MedicationStatement",
                                 "MedicationAdministration",
                                 "Medication",
                                 "AllergyIntolerance",
                                 "Procedure",
                                 "Encounter",
                                 "QuestionnaireResponse",
                                 "Questionnaire",
                                 "Bundle",
                                 "Parameters"};

constexpr const char* elements[] = {"id",
                                    "meta",
                                    "fhirVersion",
                                    "type",
                                    "entry",
                                    "link",
                                    "contained",
                                    "resource",
                                    "modifierExtension",
                                    "implicitRules",
                                    "subject",
                                    "patient",
                                    "focus",
                                    "status",
                                    "birthDate",
                                    "_birthDate",
                                    "deceasedBoolean",
                                    "deceasedDateTime",
                                    "clinicalStatus",
                                    "verificationStatus",
                                    "category",
                                    "code",
                                    "reasonCode",
                                    "onsetDateTime",
                                    "onsetPeriod",
                                    "recordedDate",
                                    "dateAsserted",
                                    "abatementDateTime",
                                    "abatementAge",
                                    "intent",
                                    "doNotPerform",
                                    "medicationCodeableConcept",
                                    "medicationReference",
                                    "medication",
                                    "ingredient",
                                    "reaction",
                                    "authoredOn",
                                    "authored",
                                    "dispenseRequest",
                                    "effectiveDateTime",
                                    "effectiveInstant",
                                    "effectivePeriod",
                                    "effectiveTiming",
                                    "performedDateTime",
                                    "performedPeriod",
                                    "occurrenceDateTime",
                                    "occurrencePeriod",
                                    "period",
                                    "issued",
                                    "component",
                                    "dateRecorded",
                                    "wasNotTaken",
                                    "taken",
                                    "url",
                                    "questionnaire",
                                    "item",
                                    "valueQuantity",
                                    "valueCodeableConcept",
                                    "valueCoding",
                                    "valueBoolean",
                                    "valueInteger",
                                    "valueDecimal",
                                    "valueString",
                                    "valueRange",
                                    "valueRatio",
                                    "dataAbsentReason"};

constexpr const char* values[] = {"null",
                                  "1",
                                  "-0.5e-300",
                                  "\"\"",
                                  "\"x\"",
                                  "true",
                                  "[]",
                                  "{}",
                                  "[null]",
                                  "[[]]",
                                  "[{}]",
                                  "[{\"coding\":1}]",
                                  "{\"coding\":{}}",
                                  "{\"coding\":[1]}",
                                  "{\"coding\":[{\"system\":1,\"code\":[]}]}",
                                  "{\"reference\":1}",
                                  "{\"start\":1,\"end\":{}}",
                                  "{\"value\":{},\"code\":1}",
                                  "{\"low\":1,\"high\":{\"value\":[]}}",
                                  "[{\"answer\":1,\"item\":2,\"linkId\":3,\"code\":4}]",
                                  "[{\"resource\":1}]",
                                  "[{\"substance\":{\"coding\":7}}]",
                                  "{\"validityPeriod\":{\"end\":[]}}",
                                  "{\"concept\":1,\"reference\":1}"};

TEST(HostileTest, EveryElementMayHoldAnything) {
  int read = 0, refused = 0;
  for (const char* kind : kinds)
    for (const char* element : elements)
      for (const char* value : values) {
        const std::string json = R"({"resourceType":")" + std::string{kind} + R"(",")" + element + "\":" + value + "}";
        const auto parsed = parse_record(json);
        ++(std::holds_alternative<Record>(parsed) ? read : refused);
        EXPECT_FALSE(skips_in(bundle({patient(""), json, condition("386")})).empty()) << json;
      }
  EXPECT_GT(read, 10'000);
  EXPECT_GT(refused, 10);  // What only older versions have.
}

TEST(HostileTest, DepthIsLimitedWhereverItIs) {
  const auto nested = [](std::string_view open, std::string_view close) {
    std::string json = R"({"resourceType":"QuestionnaireResponse","status":"completed",)";
    for (int i = 0; i < 10'000; ++i) json += open;
    json += "\"linkId\":\"x\"";
    for (int i = 0; i < 10'000; ++i) json += close;
    return json + "}";
  };
  for (const auto& [open, close] : {std::pair{"\"item\":[{", "}]"}, std::pair{"\"contained\":[{", "}]"},
                                    std::pair{"\"x\":{", "}"}, std::pair{"\"entry\":[{\"resource\":{", "}}]"}}) {
    const std::string json = nested(open, close);
    const auto parsed = parse_record(json);
    ASSERT_TRUE(std::holds_alternative<JsonProblem>(parsed));
    EXPECT_EQ(std::get<JsonProblem>(parsed).code, base::Code::too_deep);
  }
}

TEST(HostileTest, CirclesOfReferencesEnd) {
  const std::string medicine =
      R"({"resourceType":"Medication","id":"m","ingredient":[{"itemReference":{"reference":"#m"}}]})";
  const std::string request =
      R"({"resourceType":"MedicationRequest","id":"r","status":"active","intent":"order","subject":{"reference":"#m"},"contained":[)" +
      medicine + R"(],"medicationReference":{"reference":"#m"}})";
  EXPECT_EQ(answers_in(request), "-");
  EXPECT_EQ(answers_in(bundle({medicine, R"({"resourceType":"MedicationRequest","status":"active","intent":"order",)"
                                         R"("medicationReference":{"reference":"MedicationRequest/r"}})"})),
            "-");
  const std::string questionnaire = R"({"resourceType":"Questionnaire","id":"q","url":"#q","item":[{"linkId":"a"}]})";
  EXPECT_EQ(
      answers_in(R"({"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"#q","contained":[)" +
                 questionnaire + R"(],"item":[{"linkId":"a"}]})"),
      "-");
  EXPECT_EQ(
      answers_in(
          R"({"resourceType":"Patient","id":"p","birthDate":"1961-01-25","link":[{"other":{"reference":"Patient/p"}}]})"),
      "age=65");
}

TEST(HostileTest, IdsThatBreakLinesAreNotShown) {
  for (const char* each : {"a\\nb: c", "a b", "\\u202ex", "<b>", ""}) {
    const std::string json = R"({"resourceType":"Condition","onsetDateTime":"x","id":")" + std::string{each} +
                             R"(","code":)" + concept_of(snomed, "386") + "}";
    EXPECT_EQ(skips_in(bundle({json})), "entry[0]: `fever`: a date is not written as FHIR writes dates");
  }
}

TEST(HostileTest, ManyKeysThatAreAlikeAreTold) {
  std::string json = R"({"resourceType":"Patient")";
  for (int i = 0; i < 50'000; ++i) json += ",\"aaaaaaaa" + std::to_string(i) + "aaaaaaaa\":1";
  EXPECT_TRUE(std::holds_alternative<Record>(parse_record(json + "}")));
  const std::string twice = json + ",\"aaaaaaaa777aaaaaaaa\":2}";
  const auto parsed = parse_record(twice);
  ASSERT_TRUE(std::holds_alternative<JsonProblem>(parsed));
  EXPECT_EQ(std::get<JsonProblem>(parsed).code, base::Code::duplicate_key);
}

}  // namespace
}  // namespace vertebra::fhir::testing
