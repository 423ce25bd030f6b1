#include <gtest/gtest.h>

#include <variant>

#include "fhir/fhir_fixture.hpp"
#include "fhir/findings.hpp"
#include "fhir/record_reader.hpp"

// Allergies, procedures, encounters, medicines by their class, and lists that are complete.
namespace vertebra::fhir::testing {
namespace {

constexpr const char* order = R"("status":"active","intent":"order")";

std::string allergy_status(std::string_view code) {
  return R"("clinicalStatus":)" + concept_of("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code);
}
std::string allergy_verification(std::string_view code) {
  return R"("verificationStatus":)" +
         concept_of("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", code);
}

TEST(AllergyTest, CountsByStatusVerificationAndType) {
  const std::string ibuprofen = "nsaid_allergy=allergy|asthma_attack";
  EXPECT_EQ(answers_in(allergy(rxnorm, "5640")), ibuprofen);
  EXPECT_EQ(answers_in(allergy(rxnorm, "5640", allergy_status("active"))), ibuprofen);
  EXPECT_EQ(answers_in(allergy(rxnorm, "5640", allergy_verification("confirmed"))), ibuprofen);
  EXPECT_EQ(answers_in(allergy(rxnorm, "5640", R"("type":"allergy")")), ibuprofen);
  EXPECT_EQ(answers_in(allergy(snomed, "407")), "nsaid_allergy=asthma_attack");
  const std::string at = "AllergyIntolerance/a5640: `nsaid_allergy`: ";
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", allergy_status("inactive"))), at + "its status does not count");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", allergy_status("gone"))), at + "its clinical status is not one of FHIR's");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", allergy_verification("unconfirmed"))),
            at + "it is suspected, not confirmed");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", allergy_verification("refuted"))),
            at + "it was refuted, which is not taken as a no");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", allergy_verification("entered-in-error"))),
            at + "it was entered in error");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", R"("type":"intolerance")")), at + "it is an intolerance, not an allergy");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", R"("onsetDateTime":"2026-02-01")")),
            at + "it begins after the day of evaluation");
  EXPECT_EQ(skips_in(allergy(rxnorm, "5640", R"("reaction":{})")),
            "AllergyIntolerance/a5640: an element is not of the type that FHIR R4 gives it");
}

TEST(AllergyTest, TheSubstanceOfAReactionCounts) {
  EXPECT_EQ(answers_in(R"({"resourceType":"AllergyIntolerance","code":{"text":"x"},"reaction":[{"substance":)" +
                       concept_of(rxnorm, "5640") + "}]}"),
            "nsaid_allergy=allergy|asthma_attack");
}

TEST(AllergyTest, NoneKnownIsAnAnswer) {
  EXPECT_EQ(answers_in(allergy(snomed, "716", allergy_status("active"))), "nsaid_allergy=none");
  EXPECT_EQ(answers_in(bundle({allergy(snomed, "716"), allergy(rxnorm, "5640")})), "-");
  EXPECT_EQ(answers_in(condition("716")), "-");
}

TEST(MedicineClassTest, IngredientsProductsAndBranchesAreMembers) {
  EXPECT_EQ(answers_in(request("5640", order)), "nsaid=yes");
  EXPECT_EQ(answers_in(request("197806", order)), "nsaid=yes");
  const auto by_atc = [](std::string_view code) {
    return R"({"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":)" +
           concept_of(atc, code) + "}";
  };
  EXPECT_EQ(answers_in(by_atc("M01AE01")), "nsaid=yes");
  EXPECT_EQ(answers_in(by_atc("M01A")), "nsaid=yes");
  for (const char* each : {"M01", "M02AA13", "m01ae01", "XM01A"}) EXPECT_EQ(answers_in(by_atc(each)), "-") << each;
  EXPECT_EQ(answers_in(request("M01AE01", order)), "-");  // Under RxNorm.
}

TEST(MedicineClassTest, AClassIsReadFromItsOwnSourceOnly) {
  EXPECT_EQ(answers_in(allergy(rxnorm, "5640")), "nsaid_allergy=allergy|asthma_attack");
  EXPECT_EQ(answers_in(request("5640", order)), "nsaid=yes");
  EXPECT_EQ(answers_in(R"({"resourceType":"Condition","code":)" + concept_of(rxnorm, "5640") + "}"), "-");
}

TEST(MedicineClassTest, IngredientsOfAMedicationCount) {
  const std::string medicine = R"({"resourceType":"Medication","id":"w","ingredient":[{"itemCodeableConcept":)" +
                               concept_of(rxnorm, "1") + R"(},{"itemCodeableConcept":)" + concept_of(rxnorm, "5640") +
                               "}]}";
  EXPECT_EQ(
      answers_in(bundle({R"({"resourceType":"MedicationRequest","medicationReference":{"reference":"Medication/w"},)" +
                             std::string{order} + "}",
                         medicine})),
      "nsaid=yes");
}

TEST(AdministrationTest, CountsByStatus) {
  const auto given = [](std::string_view status) {
    return R"({"resourceType":"MedicationAdministration","id":"g","status":")" + std::string{status} +
           R"(","effectiveDateTime":"2026-01-30","medicationCodeableConcept":)" + concept_of(rxnorm, "5640") + "}";
  };
  EXPECT_EQ(answers_in(given("completed")), "nsaid=yes");
  EXPECT_EQ(answers_in(given("in-progress")), "nsaid=yes");
  EXPECT_EQ(skips_in(given("stopped")), "MedicationAdministration/g: `nsaid`: its status does not count");
  EXPECT_EQ(skips_in(given("not-done")), "MedicationAdministration/g: `nsaid`: it was not done");
}

TEST(ProcedureTest, CountsByStatusAndTime) {
  const auto done = [](std::string_view members) {
    return R"({"resourceType":"Procedure","id":"x",)" + std::string{members} + R"(,"code":)" +
           concept_of(snomed, "557") + "}";
  };
  EXPECT_EQ(answers_in(done(R"("status":"completed","performedDateTime":"1999")")), "fusion=yes");
  EXPECT_EQ(answers_in(done(R"("status":"completed","performedPeriod":{"start":"1999","end":"2000"})")), "fusion=yes");
  EXPECT_EQ(answers_in(done(R"("status":"completed","occurrenceDateTime":"1999")")), "fusion=yes");
  EXPECT_EQ(skips_in(done(R"("status":"not-done")")), "Procedure/x: `fusion`: it was not done");
  EXPECT_EQ(skips_in(done(R"("status":"preparation")")), "Procedure/x: `fusion`: its status does not count");
  EXPECT_EQ(skips_in(done(R"("status":"completed","performedDateTime":"2026-03")")),
            "Procedure/x: `fusion`: it begins after the day of evaluation");
}

TEST(EncounterTest, ItsReasonsCountForATime) {
  const auto visit = [](std::string_view members) {
    return R"({"resourceType":"Encounter","id":"v","class":{"code":"AMB"},"reasonCode":[{"text":"x"},)" +
           concept_of(snomed, "386") + "]," + std::string{members} + "}";
  };
  EXPECT_EQ(answers_in(visit(R"("status":"finished","period":{"start":"2026-01-17","end":"2026-01-17"})")),
            "fever=yes");
  EXPECT_EQ(answers_in(visit(R"("status":"in-progress","period":{"start":"2026-01-20"})")), "fever=yes");
  EXPECT_EQ(skips_in(visit(R"("status":"finished","period":{"start":"2026-01-16","end":"2026-01-16"})")),
            "Encounter/v: `fever`: it is older than the mapping lets it count");
  EXPECT_EQ(skips_in(visit(R"("status":"planned","period":{"start":"2026-01-20"})")),
            "Encounter/v: `fever`: its status does not count");
}

std::string answers_when_complete(const std::string& json, SourceMask complete) {
  static const Mapping::State mapping = sample_mapping();
  const auto parsed = parse_record(json, mapping.kinds);
  const Record& record = std::get<Record>(parsed);
  return answers_of(find_answers(mapping, record, Person{record}, as_of, complete));
}

TEST(CompleteListTest, OnlyAListThatIsKnownToBeCompleteSaysNo) {
  constexpr SourceMask medicines = mask_of(SourceKind::medication), allergies = mask_of(SourceKind::allergy);
  EXPECT_EQ(answers_in(bundle({})), "-");
  EXPECT_EQ(answers_when_complete(bundle({}), medicines), "nsaid=no");
  EXPECT_EQ(answers_when_complete(bundle({}), allergies), "nsaid_allergy=none");
  EXPECT_EQ(answers_when_complete(bundle({}), mask_of(SourceKind::condition)), "-");
  EXPECT_EQ(answers_when_complete(bundle({request("5640", order)}), medicines), "nsaid=yes");
  // What is stopped or only planned is not taken now.
  EXPECT_EQ(answers_when_complete(bundle({request("5640", R"("status":"stopped","intent":"order")")}), medicines),
            "nsaid=no");
  EXPECT_EQ(answers_when_complete(bundle({request("5640", R"("status":"draft","intent":"order")")}), medicines),
            "nsaid=no");
  EXPECT_EQ(answers_when_complete(bundle({request("11289", order)}), medicines), "thinner=anticoagulant|both nsaid=no");
}

TEST(CompleteListTest, AnEntryThatIsNotUnderstoodLeavesItOpen) {
  constexpr SourceMask medicines = mask_of(SourceKind::medication);
  const std::string request_of_unknown = request("1", order);  // It may be a product with an ingredient of the class.
  const std::string without_status = request("5640", R"("intent":"order")");
  const std::string malformed = request("5640", R"("status":1,"intent":"order")");
  for (const std::string& each : {request_of_unknown, without_status, malformed})
    EXPECT_EQ(answers_when_complete(bundle({each}), medicines), "-") << each;
  for (const char* page : {R"("link":[{"relation":"next","url":"http://x"}])",
                           R"("entry":[{"resource":{"resourceType":"OperationOutcome"}}])"})
    EXPECT_EQ(
        answers_when_complete(R"({"resourceType":"Bundle","type":"searchset",)" + std::string{page} + "}", medicines),
        "-")
        << page;
}

}  // namespace
}  // namespace vertebra::fhir::testing
