#include "fhir/record_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "fhir/fhir_fixture.hpp"

// The forms in which a record may come, and what is refused.
namespace vertebra::fhir::testing {
namespace {

std::string code_of(std::string_view json) {
  const auto parsed = parse_record(json);
  const auto* problem = std::get_if<JsonProblem>(&parsed);
  return problem == nullptr ? "read" : "V0" + std::to_string(static_cast<int>(problem->code));
}

std::string message_of(std::string_view json) {
  const auto parsed = parse_record(json);
  const auto* problem = std::get_if<JsonProblem>(&parsed);
  return problem == nullptr ? "read" : problem->message;
}

TEST(RecordReaderTest, ReadsABundleAResourceOrAnEntry) {
  const std::string fever = condition("386");
  const std::string entries = R"("entry":[{"resource":)" + fever + "}]";
  for (const char* type :
       {"collection", "transaction", "searchset", "document", "history", "batch-response", "of ours"})
    EXPECT_EQ(answers_in(R"({"resourceType":"Bundle","type":")" + std::string{type} + "\"," + entries + "}"),
              "fever=yes");
  EXPECT_EQ(answers_in("{" + entries + R"(,"resourceType":"Bundle"})"), "fever=yes");
  EXPECT_EQ(answers_in(fever), "fever=yes");
  EXPECT_EQ(answers_in(R"({"request":{"method":"PUT","url":"Condition/1"},"resource":)" + fever + "}"), "fever=yes");
  EXPECT_EQ(answers_in(" \r\n\t" + fever + "\n"), "fever=yes");
}

TEST(RecordReaderTest, ReadsTheMembersInAnyOrder) {
  EXPECT_EQ(answers_in(R"({"code":)" + concept_of(snomed, "386") + "," + clinical("resolved") +
                       R"(,"resourceType":"Condition"})"),
            "-");
  EXPECT_EQ(answers_in(
                R"({"code":{"coding":[{"code":"386","system":"http://snomed.info/sct"}]},"resourceType":"Condition"})"),
            "fever=yes");
  EXPECT_EQ(
      answers_in(
          R"({"co\u0064e":{"coding":[{"code":"3\u00386","system":"http:\/\/snomed.info\/sct"}]},"resourceType":"Condition"})"),
      "fever=yes");
}

TEST(RecordReaderTest, ReadsBundlesInsideABundle) {
  const std::string inner = R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":)" + condition("386") +
                            R"(},{"resource":{"resourceType":"Condition","code":)" + concept_of(snomed, "386") +
                            R"(,"clinicalStatus":1}}]})";
  EXPECT_EQ(answers_in(bundle({patient(""), inner})), "fever=yes");
  EXPECT_EQ(skips_in(bundle({inner})), "entry[0].entry[1]: an element is not of the type that FHIR R4 gives it");
}

TEST(RecordReaderTest, ReadsNoResourcesInsideOtherResources) {
  const std::string fever = condition("386");
  EXPECT_EQ(answers_in(bundle({R"({"resourceType":"Basic","resource":)" + fever + "}"})), "-");
  EXPECT_EQ(answers_in(R"({"resourceType":"Basic","resource":)" + fever + "}"), "-");
  EXPECT_EQ(answers_in(R"({"resourceType":"Parameters","parameter":[{"name":"x","resource":)" + fever + "}]}"), "-");
  EXPECT_EQ(answers_in(R"({"resourceType":"List","entry":[{"resource":)" + fever + "}]}"), "-");
}

TEST(RecordReaderTest, KeepsTheNewestOfAHistory) {
  const std::string now = condition("386", clinical("resolved"));
  const std::string before = condition("386", clinical("active"));
  const std::string other = condition("132");
  const auto history = [](const std::string& entries) {
    return R"({"resourceType":"Bundle","entry":[)" + entries + R"(],"type":"history"})";
  };
  const auto entry = [](const std::string& resource) { return R"({"resource":)" + resource + "}"; };
  EXPECT_EQ(answers_in(history(entry(now) + "," + entry(before) + "," + entry(other))), "ulcer=yes");
  EXPECT_EQ(skips_in(history(entry(other) + "," + entry(other))), "history: 1 entry: a newer version stands before");
  const std::string deleted = R"({"request":{"method":"DELETE","url":"Condition/c386"}})";
  EXPECT_EQ(answers_in(history(deleted + "," + entry(before))), "-");
  EXPECT_EQ(answers_in(history(entry(before) + "," + deleted)), "fever=yes");  // Made again after it was deleted.
  EXPECT_EQ(answers_in(bundle({now, before})), "fever=yes");                   // No history: both are entries.
}

TEST(RecordReaderTest, PassesOverEntriesThatAreNoResources) {
  const char* const one = "entry: 1 entry: no kind of FHIR resource";
  EXPECT_EQ(skips_in(bundle({"{}"})), one);
  EXPECT_EQ(skips_in(bundle({R"({"resourceType":7})"})), one);
  EXPECT_EQ(skips_in(bundle({R"({"resourceType":"John Smith, 4 Elm St"})"})), one);
  EXPECT_EQ(skips_in(R"({"resourceType":"Bundle","entry":{"resource":)" + condition("386") + "}}"), one);
  EXPECT_EQ(skips_in(R"({"resourceType":"Bundle","entry":["x"]})"), one);
  EXPECT_EQ(skips_in(R"({"resourceType":"Bundle","entry":[{"response":{"status":"204"}}]})"), "-");
}

TEST(RecordReaderTest, RefusesWhatIsNotJson) {
  for (const char* each :
       {"", " ", "<Bundle/>", "resourceType: Patient", "{", "[1,]", "{\"a\":1,}", "{'a':1}", "nul", "{\"a\":NaN}",
        "{\"a\":01}", "{} {}", "[1]\n{\"a\":1}", "// x\n{}", "\"\\x\"", "{\"a\":\"\\ud800\"}", "\"tab\there\""})
    EXPECT_EQ(code_of(each), "V0801") << each;
}

TEST(RecordReaderTest, RefusesWhatIsNotFhir) {
  for (const char* each : {"1", "null", "\"Patient\"", "[]", "[{\"resourceType\":\"Patient\"}]", "{}",
                           R"({"entry":[{"resource":{"resourceType":"Patient"}}]})", R"({"resource":{}})",
                           R"({"resource":[{"resourceType":"Patient"}]})", R"({"resourceType":7})",
                           R"({"resourceType":["Patient"]})", R"({"resourceType":""})", R"({"type":"Patient"})"})
    EXPECT_EQ(code_of(each), "V0802") << each;
}

TEST(RecordReaderTest, RefusesAKeyThatStandsTwice) {
  EXPECT_EQ(code_of(R"({"resourceType":"Patient","id":"1","id":"2"})"), "V0107");
  EXPECT_EQ(code_of(R"({"resourceType":"Patient","x":[{"a":{"b":1,"c":2,"\u0062":3}}]})"), "V0107");
  EXPECT_EQ(code_of(R"({"resourceType":"Patient","x":[{"a":1},{"a":1}],"a":{"a":{"a":1}}})"), "read");
}

// Keys of one object, in natural or any order, one of them perhaps written with an escape.
std::string object_of(std::vector<std::string> keys, std::mt19937& random) {
  if (random() % 3 == 0) std::shuffle(keys.begin(), keys.end(), random);
  std::string json;
  for (const std::string& each : keys) {
    const std::string name = random() % 100 == 0 ? "\\u006b" + each.substr(1) : each;
    json += (json.empty() ? "{\"" : ",\"") + name + "\":1";
  }
  return json + "}";
}

// Few orders and many, short objects and long ones: more than the reader learns.
TEST(RecordReaderTest, RefusesAKeyThatStandsTwiceInWhateverOrderKeysCome) {
  std::mt19937 random{1};
  for (int round = 0; round < 240; ++round) {
    const bool twice = round % 3 == 0;
    std::string list;
    for (int object = 0; object < 30; ++object) {
      const std::size_t size = 1 + random() % (round % 2 == 0 ? 4 : 90);
      std::vector<std::string> keys;
      for (std::size_t i = 0; i < size; ++i) keys.push_back("key" + std::to_string(i));
      if (twice && object == 20) keys.push_back(keys[random() % size]);
      list += (list.empty() ? "" : ",") + object_of(keys, random);
    }
    EXPECT_EQ(code_of(R"({"resourceType":"Patient","x":[)" + list + "]}"), twice ? "V0107" : "read") << round;
  }
}

TEST(RecordReaderTest, RefusesInvalidUtf8) {
  for (const char* each : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
    EXPECT_EQ(code_of(patient(std::string{"\"name\":\""} + each + "\"")), "V0103");
  EXPECT_EQ(code_of(patient("\"name\":\"Ren\xc3\xa9\"")), "read");
}

std::string nested(std::size_t depth, char open, char close) {
  return R"({"resourceType":"Patient","x":)" + std::string(depth, open) + std::string(depth, close) + "}";
}

TEST(RecordReaderTest, RefusesWhatIsNestedTooDeep) {
  EXPECT_EQ(code_of(nested(deepest - 1, '[', ']')), "read");
  EXPECT_EQ(code_of(nested(deepest, '[', ']')), "V0106");
  EXPECT_EQ(code_of(nested(1'000'000, '[', ']')), "V0106");
  std::string bomb;
  for (int i = 0; i < 100'000; ++i) bomb += R"({"entry":[{"resource":)";
  EXPECT_EQ(code_of(bomb), "V0106");
  EXPECT_EQ(code_of(std::string(1'000'000, '[')), "V0106");
}

TEST(RecordReaderTest, RefusesWhatIsTooLarge) {
  std::string json = patient("");
  json.resize(most_bytes, ' ');
  EXPECT_EQ(code_of(json), "read");
  json += ' ';
  EXPECT_EQ(code_of(json), "V0102");
}

TEST(RecordReaderTest, RefusesTooManyEntries) {
  std::string entries = R"({"resource":{"resourceType":"Medication"}})";
  entries.reserve(most_resources * (entries.size() + 1));
  const std::string next = "," + entries;
  for (std::size_t i = 1; i < most_resources; ++i) entries += next;
  const auto of = [](const std::string& all) { return R"({"resourceType":"Bundle","entry":[)" + all + "]}"; };
  EXPECT_EQ(code_of(of(entries)), "read");
  EXPECT_EQ(code_of(of(entries + next)), "V0102");
}

struct VersionCase {
  const char* json;
  const char* message;
};

TEST(RecordReaderTest, RefusesOlderVersionsByName) {
  const VersionCase rows[] = {
      {R"({"resourceType":"MedicationOrder","id":"1"})",
       "the record is FHIR DSTU2, which is not read: `resourceType` of MedicationOrder/1"},
      {R"({"resourceType":"Condition","clinicalStatus":"active"})",
       "the record is FHIR DSTU2 or STU3, which is not read: `clinicalStatus` of Condition"},
      {R"({"resourceType":"Condition","verificationStatus":"confirmed"})",
       "the record is FHIR DSTU2 or STU3, which is not read: `verificationStatus` of Condition"},
      {R"({"resourceType":"Condition","dateRecorded":"2020"})",
       "the record is FHIR DSTU2, which is not read: `dateRecorded` of Condition"},
      {R"({"resourceType":"MedicationStatement","wasNotTaken":false})",
       "the record is FHIR DSTU2, which is not read: `wasNotTaken` of MedicationStatement"},
      {R"({"resourceType":"MedicationStatement","taken":"y"})",
       "the record is FHIR STU3, which is not read: `taken` of MedicationStatement"},
      {R"({"resourceType":"QuestionnaireResponse","questionnaire":{"reference":"Questionnaire/1"}})",
       "the record is FHIR DSTU2 or STU3, which is not read: `questionnaire` of QuestionnaireResponse"},
      {R"({"resourceType":"Questionnaire","item":[{"item":[{"options":{"reference":"ValueSet/1"}}]}]})",
       "the record is FHIR STU3, which is not read: `item.options` of Questionnaire"},
      {R"({"resourceType":"Patient","meta":{"profile":["http://fhir.org/guides/argonaut/DSTU2/patient"]}})",
       "the record is FHIR DSTU2, which is not read: `meta.profile` of Patient"},
      {R"({"resourceType":"Patient","meta":{"profile":["http://a","https://fhir.example/STU3/StructureDefinition/Patient"]}})",
       "the record is FHIR STU3, which is not read: `meta.profile` of Patient"},
      {R"({"resourceType":"CapabilityStatement","fhirVersion":"3.0.2"})",
       "the record is FHIR STU3, which is not read: `fhirVersion` of CapabilityStatement"},
      {R"({"resourceType":"Conformance","fhirVersion":"1.0.2"})",
       "the record is FHIR DSTU2, which is not read: `fhirVersion` of Conformance"},
  };
  for (const VersionCase& row : rows) {
    EXPECT_EQ(message_of(row.json), row.message);
    EXPECT_EQ(code_of(bundle({patient(""), row.json})), "V0803") << row.json;
  }
}

TEST(RecordReaderTest, TheSurestSignNamesTheVersion) {
  EXPECT_EQ(message_of(bundle({R"({"resourceType":"Condition","clinicalStatus":"active"})",
                               R"({"resourceType":"MedicationOrder"})"})),
            "the record is FHIR DSTU2, which is not read: `resourceType` of entry[1]");
}

TEST(RecordReaderTest, R4IsNotTakenForAnOlderVersion) {
  for (
      const char* each :
      {R"({"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"})",
       R"({"resourceType":"Questionnaire","item":[{"answerOption":[]}]})",
       R"({"resourceType":"QuestionnaireResponse","questionnaire":"http://x|1"})",
       R"({"resourceType":"Patient","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"]}})"})
    EXPECT_EQ(code_of(each), "read") << each;
}

std::string full_bundle() {
  return bundle(
      {patient(R"("birthDate":"1961-01-25","name":[{"given":["Ren\u00e9","Zo\u00eb"]}],"multipleBirthInteger":2)"),
       condition("386", clinical("active") + "," + verification("confirmed")),
       request("11289", R"("status":"active","intent":"order","doNotPerform":false)")});
}

TEST(RecordReaderTest, ACutBundleIsRefusedWhereverItIsCut) {
  const std::string json = full_bundle();
  ASSERT_EQ(code_of(json), "read");
  for (std::size_t size = 0; size < json.size(); ++size)
    EXPECT_EQ(code_of(std::string_view{json}.substr(0, size)), "V0801") << size;
}

TEST(RecordReaderTest, ADamagedBundleIsReadOrRefused) {
  const std::string json = full_bundle();
  int read = 0, refused = 0;
  for (std::size_t i = 0; i < json.size(); ++i)
    for (const char byte : {'{', '}', '[', ']', '"', ',', '0', 'n', '\0', '\xff'}) {
      std::string damaged = json;
      damaged[i] = byte;
      (code_of(damaged) == "read" ? read : refused) += 1;
      answers_in(damaged);
    }
  EXPECT_GT(read, 0);
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace vertebra::fhir::testing
