#include "fhir/findings.hpp"

#include <gtest/gtest.h>

#include "fhir/fhir_fixture.hpp"
#include "fhir/record_reader.hpp"

// How codes become answers, and what several entries say together.
namespace vertebra::fhir::testing {
namespace {

std::string active(std::string_view rxnorm_code) {
  return request(rxnorm_code, R"("status":"active","intent":"order")");
}

std::string coded(std::string_view codings) {
  return R"({"resourceType":"Condition","id":"c","code":{"coding":[)" + std::string{codings} + "]}}";
}

std::string coding(std::string_view system, std::string_view code) {
  return R"({"system":")" + std::string{system} + R"(","code":")" + std::string{code} + "\"}";
}

TEST(FindingsTest, ACodeCountsUnderItsOwnSystemOnly) {
  const char* const elsewhere = "Condition/c: a code of the vocabulary stands under another code system";
  EXPECT_EQ(answers_in(coded(coding(snomed, "386"))), "fever=yes");
  EXPECT_EQ(answers_in(coded(coding("urn:oid:2.16.840.1.113883.6.96", "386"))), "fever=yes");
  EXPECT_EQ(answers_in(coded(coding(icd10cm, "R50.9"))), "fever=yes");
  for (const std::string& each :
       {coding(icd10cm, "386"), coding(snomed, "R50.9"), coding("http://our.lab/codes", "386"), coding("", "386"),
        std::string{R"({"code":"386"})"}}) {
    EXPECT_EQ(answers_in(coded(each)), "-") << each;
    EXPECT_EQ(skips_in(coded(each)), elsewhere) << each;
  }
  // A second coding in its right place still counts, and the other is reported.
  EXPECT_EQ(answers_in(coded(coding(icd10cm, "386") + "," + coding(snomed, "386"))), "fever=yes");
  EXPECT_EQ(skips_in(coded(coding(icd10cm, "386") + "," + coding(snomed, "386"))), elsewhere);
}

TEST(FindingsTest, CodesMatchExactly) {
  for (const char* each : {"r50.9", "R509", "R50.90", " R50.9", "R50.9 ", "3860", "38"})
    EXPECT_EQ(skips_in(coded(coding(icd10cm, each))), "Condition: 1 entry: no fact is read from the code") << each;
}

TEST(FindingsTest, ARetiredCodeIsReadAsItsSuccessor) {
  EXPECT_EQ(answers_in(coded(coding(icd10cm, "R50"))), "fever=yes");
  EXPECT_EQ(answers_in(coded(coding(snomed, "R50"))), "-");
}

TEST(FindingsTest, WordsAreNotRead) {
  EXPECT_EQ(answers_in(R"({"resourceType":"Condition","code":{"text":"Fever",
                           "coding":[{"system":"http://snomed.info/sct","code":"1","display":"Fever"}]}})"),
            "-");
}

TEST(FindingsTest, OnlyWellCheckedCodesAreUsed) {
  EXPECT_EQ(answers_in(coded(coding(icd10cm, "K27.9"))), "-");
  EXPECT_EQ(skips_in(coded(coding(icd10cm, "K27.9"))),
            "Condition/c: `ulcer`: its code was not checked well enough to be used");
}

TEST(FindingsTest, AFactIsReadFromTheResourcesThatTheMappingNames) {
  EXPECT_EQ(answers_in(coded(coding(rxnorm, "8640"))), "-");
  EXPECT_EQ(skips_in(coded(coding(rxnorm, "8640"))),
            "Condition/c: `steroid`: it is not read from resources of this kind");
  EXPECT_EQ(answers_in(coded(coding(icd10cm, "Z79.01"))), "thinner=anticoagulant|both");
}

TEST(FindingsTest, AFactThatIsNotMappedStaysUnknown) {
  EXPECT_EQ(skips_in(condition("417")), "Condition: 1 entry: no fact is read from the code");
}

TEST(FindingsTest, EntriesAreReadTogether) {
  EXPECT_EQ(answers_in(bundle({active("11289"), active("1191")})), "thinner=both");
  EXPECT_EQ(answers_in(bundle({active("1191")})), "thinner=antiplatelet|both");
  EXPECT_EQ(answers_in(bundle({condition("363"), condition("266")})), "cancer=past");
  EXPECT_EQ(skips_in(bundle({condition("363"), condition("266")})), "-");
}

TEST(FindingsTest, EntriesThatContradictEachOtherLeaveTheFactUnknown) {
  const std::string json = bundle({condition("7003"), condition("386"), condition("266")});
  EXPECT_EQ(answers_in(json), "fever=yes");
  EXPECT_EQ(skips_in(json),
            "Condition/c7003: `cancer`: entries contradict each other, so it stays unknown; "
            "Condition/c266: `cancer`: entries contradict each other, so it stays unknown");
  EXPECT_EQ(answers_in(bundle({condition("195"), condition("700")})), "-");
}

TEST(FindingsTest, NoEntryIsNoAnswer) {
  EXPECT_EQ(answers_in(bundle({})), "-");
  EXPECT_EQ(answers_in(R"({"resourceType":"Bundle","type":"searchset","total":0})"), "-");
}

TEST(FindingsTest, EvidenceNamesEachEntryOnce) {
  const std::string json = bundle({patient(R"("birthDate":"1961-01-25")"),
                                   R"({"resourceType":"Condition","code":{"coding":[)" + coding(snomed, "386") + "," +
                                       coding(icd10cm, "R50.9") + "]}}",
                                   condition("386"), active("11289")});
  const Record record = std::get<Record>(parse_record(json));
  const Findings findings = find_answers(sample_mapping(), record, Person{record}, as_of);
  std::string result;
  for (const FoundFact& found : findings.found)
    for (const Evidence& each : found.evidence) result += found.fact + " " + each.resource + " " + each.element + "\n";
  EXPECT_EQ(result,
            "fever entry[1] code\n"
            "fever Condition/c386 code\n"
            "thinner MedicationRequest/m11289 medicationCodeableConcept\n"
            "age Patient/p birthDate\n");
}

TEST(FindingsTest, WhatIsNotReadIsCountedOnceAKind) {
  const std::string coverage = R"({"resourceType":"Coverage","status":"active"})";
  EXPECT_EQ(skips_in(bundle({coverage, condition("1"), R"({"resourceType":"Claim","type":[7],"code":[]})", coverage,
                             condition("2")})),
            "Condition: 2 entries: no fact is read from the code; "
            "Coverage: 2 entries: no mapping reads this kind; "
            "Claim: 1 entry: no mapping reads this kind");
}

std::string about(std::string_view reference) {
  return condition("386", R"("subject":{"reference":")" + std::string{reference} + "\"}");
}

TEST(FindingsTest, NothingIsTakenFromTheEntriesOfOthers) {
  const std::string person = patient("");
  for (const char* each : {"Patient/p", "https://ehr.example/Patient/p", "Patient/p/_history/1", ""})
    EXPECT_EQ(answers_in(bundle({person, about(each)})), "fever=yes") << each;
  for (const char* each : {"Patient/q", "Patient/pp", "Patient/ap", "XPatient/p", "Group/p", "p", "urn:uuid:1"}) {
    EXPECT_EQ(answers_in(bundle({person, about(each)})), "-") << each;
    EXPECT_EQ(skips_in(bundle({about(each), person})),
              "Patient/p: `age`: there is no birthDate; Condition: 1 entry: it is about another person")
        << each;
  }
  EXPECT_EQ(answers_in(R"({"resourceType":"Bundle","entry":[{"resource":)" + about("urn:uuid:1") + R"(},{"resource":)" +
                       person + R"(,"fullUrl":"urn:uuid:1"}]})"),
            "fever=yes");
}

bool is_one_person(const std::string& json) {
  const Record record = std::get<Record>(parse_record(json));
  return Person{record}.patients() <= 1;
}

TEST(FindingsTest, ARecordOfSeveralPatientsIsSeen) {
  EXPECT_TRUE(is_one_person(bundle({patient(""), patient("")})));
  EXPECT_FALSE(is_one_person(bundle({patient(""), R"({"resourceType":"Patient","id":"q"})"})));
  EXPECT_FALSE(is_one_person(bundle({R"({"resourceType":"Patient"})", R"({"resourceType":"Patient"})"})));
  EXPECT_TRUE(is_one_person(bundle({about("Patient/p"), about("Patient/p"), about("")})));
  EXPECT_FALSE(is_one_person(bundle({about("Patient/p"), about("Patient/q")})));
}

TEST(FindingsTest, TheDeadAreSeen) {
  const auto dead = [](std::string_view members) {
    const std::string json = patient(members);
    const Record record = std::get<Record>(parse_record(json));
    return is_dead(record.resources.front(), as_of);
  };
  EXPECT_FALSE(dead(""));
  EXPECT_FALSE(dead(R"("deceasedBoolean":false)"));
  EXPECT_TRUE(dead(R"("deceasedBoolean":true)"));
  EXPECT_TRUE(dead(R"("deceasedDateTime":"2014-01-03T05:43:59+10:00")"));
  EXPECT_TRUE(dead(R"("deceasedDateTime":"2026-01")"));
  EXPECT_FALSE(dead(R"("deceasedDateTime":"2026-02-01")"));
  EXPECT_TRUE(dead(R"("deceasedDateTime":"some day")"));
}

}  // namespace
}  // namespace vertebra::fhir::testing
