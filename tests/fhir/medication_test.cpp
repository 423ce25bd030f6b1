#include <gtest/gtest.h>

#include "fhir/fhir_fixture.hpp"

// Which medicines count. thinner takes current ones, steroid those of any time.
namespace vertebra::fhir::testing {
namespace {

struct MedicationCase {
  const char* what;
  std::string resource;
  const char* answers;
  const char* skipped;
};

constexpr const char* thinner = "thinner=anticoagulant|both";
constexpr const char* steroid = "steroid=short|long";
constexpr const char* not_now = "MedicationRequest/m11289: `thinner`: its status does not count";
constexpr const char* no_order =
    "MedicationRequest/m11289: `thinner`: it is a proposal, a plan or an option, not an order";

std::string order(std::string_view status, std::string_view more = {}) {
  return R"("intent":"order","status":")" + std::string{status} + "\"" + (more.empty() ? "" : ",") + std::string{more};
}

std::string intent(std::string_view word) { return R"("status":"active","intent":")" + std::string{word} + "\""; }

std::vector<MedicationCase> request_cases() {
  return {
      {"active", request("11289", order("active")), thinner, "-"},
      {"on hold", request("11289", order("on-hold")), "-", not_now},
      {"cancelled", request("11289", order("cancelled")), "-", not_now},
      {"completed", request("11289", order("completed")), "-", not_now},
      {"stopped", request("11289", order("stopped")), "-", not_now},
      {"unknown", request("11289", order("unknown")), "-", not_now},
      {"a word of ours", request("11289", order("ongoing")), "-", not_now},
      {"draft", request("11289", order("draft")), "-",
       "MedicationRequest/m11289: `thinner`: it is a draft or an intention"},
      {"entered in error", request("11289", order("entered-in-error")), "-",
       "MedicationRequest/m11289: `thinner`: it was entered in error"},
      {"no status", request("11289", R"("intent":"order")"), "-",
       "MedicationRequest/m11289: `thinner`: it has no status"},
      {"no intent", request("11289", R"("status":"active")"), "-",
       "MedicationRequest/m11289: `thinner`: it has no intent"},
      {"original order", request("11289", intent("original-order")), thinner, "-"},
      {"reflex order", request("11289", intent("reflex-order")), thinner, "-"},
      {"filler order", request("11289", intent("filler-order")), thinner, "-"},
      {"instance order", request("11289", intent("instance-order")), thinner, "-"},
      {"proposal", request("11289", intent("proposal")), "-", no_order},
      {"plan", request("11289", intent("plan")), "-", no_order},
      {"option", request("11289", intent("option")), "-", no_order},
      {"not to be given", request("11289", order("active", R"("doNotPerform":true)")), "-",
       "MedicationRequest/m11289: `thinner`: it says that the medicine is not to be given"},
      {"to be given", request("11289", order("active", R"("doNotPerform":false)")), thinner, "-"},
      {"written tomorrow", request("11289", order("active", R"("authoredOn":"2026-02-01")")), "-",
       "MedicationRequest/m11289: `thinner`: it begins after the day of evaluation"},
      {"valid until yesterday",
       request("11289", order("active", R"("dispenseRequest":{"validityPeriod":{"end":"2026-01-30"}})")), "-", not_now},
      {"valid until today",
       request("11289", order("active", R"("dispenseRequest":{"validityPeriod":{"end":"2026-01-31"}})")), thinner, "-"},
      {"valid without end",
       request("11289", order("active", R"("dispenseRequest":{"validityPeriod":{"start":"2020"}})")), thinner, "-"},
      {"stopped, for a question about the past", request("8640", order("stopped")), steroid, "-"},
      {"completed, for a question about the past", request("8640", order("completed")), steroid, "-"},
      {"cancelled, for a question about the past", request("8640", order("cancelled")), "-",
       "MedicationRequest/m8640: `steroid`: its status does not count"},
      {"past validity, for a question about the past",
       request("8640", order("active", R"("dispenseRequest":{"validityPeriod":{"end":"2020"}})")), steroid, "-"},
  };
}

std::vector<MedicationCase> statement_cases() {
  return {
      {"active", statement("11289", R"("status":"active")"), thinner, "-"},
      {"active, with an intent that statements do not have", statement("11289", R"("status":"active","intent":"plan")"),
       thinner, "-"},
      {"completed", statement("11289", R"("status":"completed")"), "-",
       "MedicationStatement/m11289: `thinner`: its status does not count"},
      {"intended", statement("11289", R"("status":"intended")"), "-",
       "MedicationStatement/m11289: `thinner`: it is a draft or an intention"},
      {"not taken", statement("11289", R"("status":"not-taken")"), "-",
       "MedicationStatement/m11289: `thinner`: it says that the medicine was not taken"},
      {"not taken, for a question about the past", statement("8640", R"("status":"not-taken")"), "-",
       "MedicationStatement/m8640: `steroid`: it says that the medicine was not taken"},
      {"entered in error", statement("11289", R"("status":"entered-in-error")"), "-",
       "MedicationStatement/m11289: `thinner`: it was entered in error"},
      {"ended yesterday", statement("11289", R"("status":"active","effectivePeriod":{"end":"2026-01-30"})"), "-",
       "MedicationStatement/m11289: `thinner`: its status does not count"},
      {"begins tomorrow", statement("11289", R"("status":"active","effectiveDateTime":"2026-02-01")"), "-",
       "MedicationStatement/m11289: `thinner`: it begins after the day of evaluation"},
  };
}

void expect_cases(const std::vector<MedicationCase>& rows) {
  for (const MedicationCase& row : rows) {
    EXPECT_EQ(answers_in(row.resource), row.answers) << row.what;
    EXPECT_EQ(skips_in(row.resource), row.skipped) << row.what;
  }
}

TEST(MedicationTest, RequestsCountByStatusIntentAndDates) { expect_cases(request_cases()); }

TEST(MedicationTest, StatementsCountByStatusAndDates) { expect_cases(statement_cases()); }

TEST(MedicationTest, CategoryIsNotReadAndMayBeOfAnyType) {
  EXPECT_EQ(answers_in(request("11289", order("active", R"("category":{"coding":[]})"))), thinner);
}

TEST(MedicationTest, ElementsOfAnotherTypeLeaveTheWholeEntryOut) {
  for (const char* each : {R"("status":true)", R"("status":["active"])", R"("doNotPerform":"true")", R"("intent":1)",
                           R"("authoredOn":{})", R"("dispenseRequest":[])"}) {
    const std::string json = R"({"resourceType":"MedicationRequest","medicationCodeableConcept":)" +
                             concept_of(rxnorm, "11289") + "," + each + "}";
    EXPECT_EQ(answers_in(json), "-") << each;
    EXPECT_EQ(skips_in(json), "MedicationRequest: an element is not of the type that FHIR R4 gives it") << each;
  }
}

std::string refers(std::string_view reference, std::string_view more = {}) {
  return R"({"resourceType":"MedicationRequest","id":"r","status":"active","intent":"order","medicationReference":{"reference":")" +
         std::string{reference} + "\"}" + std::string{more} + "}";
}

std::string drug(std::string_view id, std::string_view code, std::string_view more = {}) {
  return R"({"resourceType":"Medication","id":")" + std::string{id} + R"(","code":)" + concept_of(rxnorm, code) +
         std::string{more} + "}";
}

TEST(MedicationTest, MedicineMayBeAResourceOfItsOwn) {
  const std::string warfarin = drug("w", "11289");
  for (const char* each : {"Medication/w", "https://ehr.example/fhir/Medication/w", "Medication/w/_history/3"})
    EXPECT_EQ(answers_in(bundle({refers(each), warfarin})), thinner) << each;
  EXPECT_EQ(answers_in(refers("#w", R"(,"contained":[)" + warfarin + "]")), thinner);
  const std::string by_url = R"({"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:1","resource":)" + warfarin +
                             R"(},{"resource":)" + refers("urn:uuid:1") + "}]}";
  EXPECT_EQ(answers_in(by_url), thinner);
}

TEST(MedicationTest, MedicineThatIsNotThereIsCounted) {
  const char* const gone = "MedicationRequest: 1 entry: the Medication that is referred to is not here";
  const std::string warfarin = drug("w", "11289");
  for (const char* each : {"Medication/x", "XMedication/w", "#w", "w", ""})
    EXPECT_EQ(skips_in(bundle({refers(each), warfarin})), gone) << each;
  // A contained resource is the entry's own; those of others are not looked at.
  EXPECT_EQ(skips_in(bundle({refers("Medication/w"), refers("#v", R"(,"contained":[)" + drug("w", "11289") + "]")})),
            "MedicationRequest: 2 entries: the Medication that is referred to is not here");
  EXPECT_EQ(skips_in(bundle({refers("Medication/w"), drug("w", "11289", R"(,"status":"entered-in-error")")})),
            "MedicationRequest: 1 entry: the Medication that is referred to was entered in error");
  EXPECT_EQ(skips_in(R"({"resourceType":"MedicationRequest","status":"active","intent":"order"})"),
            "MedicationRequest: no medicine is given");
}

TEST(MedicationTest, AMedicationOfOtherTypesLeavesItsEntryOut) {
  for (const char* each : {"7", "\"warfarin\"", R"({"coding":[{"system":"http://x","code":7}]})"}) {
    const std::string medicine = R"({"resourceType":"Medication","id":"w","code":)" + std::string{each} + "}";
    EXPECT_EQ(skips_in(bundle({refers("Medication/w"), medicine})),
              "MedicationRequest/r: the code of its Medication is not of the type that FHIR R4 gives it");
  }
}

TEST(MedicationTest, AContainedConditionIsNotAnEntry) {
  EXPECT_EQ(answers_in(R"({"resourceType":"Claim","contained":[)" + condition("386") + "]}"), "-");
}

TEST(MedicationTest, R5NamesTheMedicineInOneElement) {
  EXPECT_EQ(
      answers_in(R"({"resourceType":"MedicationRequest","status":"active","intent":"order","medication":{"concept":)" +
                 concept_of(rxnorm, "11289") + "}}"),
      thinner);
}

}  // namespace
}  // namespace vertebra::fhir::testing
