#include <gtest/gtest.h>

#include "fhir/fhir_fixture.hpp"

// Which Conditions count. fever takes current ones, ulcer those of any time, asthma takes a refuted one as a no.
namespace vertebra::fhir::testing {
namespace {

struct ConditionCase {
  const char* what;
  std::string resource;
  const char* answers;
  const char* skipped;
};

std::string status_coding(std::string_view status) {
  return R"({"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":")" + std::string{status} +
         "\"}";
}

std::string both(const std::string& a, const std::string& b) { return a + "," + b; }

std::vector<ConditionCase> condition_cases() {
  const std::string confirmed = verification("confirmed");
  const std::string encounter =
      R"("category":[)" +
      concept_of("http://terminology.hl7.org/CodeSystem/condition-category", "encounter-diagnosis") + "]";
  const std::string problem =
      R"("category":[)" +
      concept_of("http://terminology.hl7.org/CodeSystem/condition-category", "encounter-diagnosis") + "," +
      concept_of("http://terminology.hl7.org/CodeSystem/condition-category", "problem-list-item") + "]";
  const char* not_now = "Condition/c386: `fever`: its status does not count";
  return {
      {"active", condition("386", both(clinical("active"), confirmed)), "fever=yes", "-"},
      {"recurrence", condition("386", clinical("recurrence")), "fever=yes", "-"},
      {"relapse", condition("386", clinical("relapse")), "fever=yes", "-"},
      {"inactive", condition("386", clinical("inactive")), "-", not_now},
      {"remission", condition("386", clinical("remission")), "-", not_now},
      {"resolved", condition("386", clinical("resolved")), "-", not_now},
      {"resolved, for a question about the past", condition("132", clinical("resolved")), "ulcer=yes", "-"},
      {"no status at all", condition("386"), "fever=yes", "-"},
      {"no status, ended", condition("386", R"("abatementDateTime":"2025-12-01")"), "-", not_now},
      {"no status, ended in words", condition("386", R"("abatementString":"last year")"), "-", not_now},
      {"no status, ended at an age", condition("386", R"("abatementAge":{"value":30})"), "-", not_now},
      {"no status, ends later", condition("386", R"("abatementDateTime":"2026-02-01")"), "fever=yes", "-"},
      {"no status, ends today", condition("386", R"("abatementDateTime":"2026-01-31T08:00:00Z")"), "-", not_now},
      {"no status, ended some day this month", condition("386", R"("abatementDateTime":"2026-01")"), "-", not_now},
      {"ended, for a question about the past", condition("132", R"("abatementDateTime":"2019")"), "ulcer=yes", "-"},
      {"active although ended", condition("386", both(clinical("active"), R"("abatementDateTime":"2025")")), "-",
       "Condition/c386: `fever`: it is active and has ended: it contradicts itself"},
      {"entered in error", condition("386", both(clinical("active"), verification("entered-in-error"))), "-",
       "Condition/c386: `fever`: it was entered in error"},
      {"unconfirmed", condition("386", verification("unconfirmed")), "-",
       "Condition/c386: `fever`: it is suspected, not confirmed"},
      {"provisional", condition("386", verification("provisional")), "-",
       "Condition/c386: `fever`: it is suspected, not confirmed"},
      {"differential", condition("386", verification("differential")), "-",
       "Condition/c386: `fever`: it is suspected, not confirmed"},
      {"refuted", condition("386", verification("refuted")), "-",
       "Condition/c386: `fever`: it was refuted, which is not taken as a no"},
      {"refuted, where the mapping takes it", condition("195", verification("refuted")), "asthma=no", "-"},
      {"a refuted absence is not a yes", condition("700", verification("refuted")), "-",
       "Condition/c700: `asthma`: it was refuted, which is not taken as a no"},
      {"a status of ours", condition("386", clinical("gone")), "-",
       "Condition/c386: `fever`: its clinical status is not one of FHIR's"},
      {"a status under another system", condition("386", R"("clinicalStatus":)" + concept_of("http://x", "active")),
       "-", "Condition/c386: `fever`: its clinical status cannot be read"},
      {"a status in words only", condition("386", R"("clinicalStatus":{"text":"active"})"), "-",
       "Condition/c386: `fever`: its clinical status cannot be read"},
      {"a verification in words only", condition("386", R"("verificationStatus":{"text":"confirmed"})"), "-",
       "Condition/c386: `fever`: its verification status cannot be read"},
      {"two statuses",
       condition("386",
                 R"("clinicalStatus":{"coding":[)" + status_coding("active") + "," + status_coding("resolved") + "]}"),
       "-", "Condition/c386: `fever`: its clinical status cannot be read"},
      {"one status twice",
       condition("386",
                 R"("clinicalStatus":{"coding":[)" + status_coding("active") + "," + status_coding("active") + "]}"),
       "fever=yes", "-"},
      {"begins tomorrow", condition("386", R"("onsetDateTime":"2026-02-01")"), "-",
       "Condition/c386: `fever`: it begins after the day of evaluation"},
      {"begins today", condition("386", R"("onsetDateTime":"2026-01-31T23:00:00Z")"), "fever=yes", "-"},
      {"begins some day this year", condition("386", R"("onsetDateTime":"2026")"), "fever=yes", "-"},
      {"a date in other words", condition("386", R"("onsetDateTime":"31/01/2026")"), "-",
       "Condition/c386: `fever`: a date is not written as FHIR writes dates"},
      {"a visit 90 days ago", condition("386", both(encounter, R"("onsetDateTime":"2025-11-02")")), "fever=yes", "-"},
      {"a visit 91 days ago", condition("386", both(encounter, R"("onsetDateTime":"2025-11-01")")), "-",
       "Condition/c386: `fever`: it is older than the mapping lets it count"},
      {"of old, seen again lately",
       condition("386", both(encounter, R"("onsetDateTime":"2019","recordedDate":"2026-01")")), "fever=yes", "-"},
      {"a visit of some day last year", condition("386", both(encounter, R"("recordedDate":"2025")")), "fever=yes",
       "-"},
      {"an old visit, for a question about the past", condition("132", both(encounter, R"("recordedDate":"2012")")),
       "ulcer=yes", "-"},
      {"an old problem", condition("386", both(problem, R"("recordedDate":"2012")")), "fever=yes", "-"},
      {"pregnant 294 days ago", condition("773", R"("recordedDate":"2025-04-12")"), "pregnant=yes", "-"},
      {"pregnant 295 days ago", condition("773", R"("recordedDate":"2025-04-11")"), "-",
       "Condition/c773: `pregnant`: it is older than the mapping lets it count"},
      {"an absence that says nothing", condition("600"), "-",
       "Condition/c600: `pregnant`: the code leaves every answer open"},
      {"a history that no longer holds", condition("266", clinical("inactive")), "cancer=past", "-"},
      {"an absence", condition("7003", clinical("active")), "cancer=none", "-"},
      {"an absence that no longer holds", condition("7003", clinical("inactive")), "-",
       "Condition/c7003: `cancer`: that something was not there no longer counts"},
      {"a choice that the code leaves open", condition("106"), "leg_pain=one_leg|both_legs", "-"},
  };
}

TEST(ConditionTest, CountsByStatusVerificationAndDates) {
  for (const ConditionCase& row : condition_cases()) {
    EXPECT_EQ(answers_in(row.resource), row.answers) << row.what;
    EXPECT_EQ(skips_in(row.resource), row.skipped) << row.what;
  }
}

TEST(ConditionTest, ElementsOfAnotherTypeLeaveTheWholeEntryOut) {
  const char* const members[] = {
      R"("clinicalStatus":7)",
      R"("clinicalStatus":{"coding":{"code":"active"}})",
      R"("clinicalStatus":[{"coding":[]}])",
      R"("clinicalStatus":null)",
      R"("verificationStatus":true)",
      R"("verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":1}]})",
      R"("category":{"coding":[]})",
      R"("onsetDateTime":20260101)",
      R"("recordedDate":{})",
      R"("abatementDateTime":false)",
      R"("subject":"Patient/p")",
      R"("subject":{"reference":{}})",
  };
  for (const char* each : members) {
    EXPECT_EQ(answers_in(condition("386", each)), "-") << each;
    EXPECT_EQ(skips_in(condition("386", each)), "Condition/c386: an element is not of the type that FHIR R4 gives it")
        << each;
  }
}

TEST(ConditionTest, CodesOfAnotherTypeLeaveTheWholeEntryOut) {
  const char* const codes[] = {R"({"coding":[{"code":386},{"system":"http://snomed.info/sct","code":"386"}]})",
                               "386",
                               "null",
                               "[]",
                               R"({"coding":[{"code":386}]})",
                               R"({"coding":[["386"]]})",
                               R"({"coding":[386]})",
                               R"({"coding":"386"})"};
  for (const char* each : codes) {
    const std::string json = std::string{R"({"resourceType":"Condition","code":)"} + each + "}";
    EXPECT_EQ(answers_in(json), "-") << each;
    EXPECT_EQ(skips_in(json), "Condition: an element is not of the type that FHIR R4 gives it") << each;
  }
}

}  // namespace
}  // namespace vertebra::fhir::testing
