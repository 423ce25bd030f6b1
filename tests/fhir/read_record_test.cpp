#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>
#include <vertebra/vocabulary.hpp>

#include "fhir/fhir_fixture.hpp"

// The public functions, over the shipped rules.
namespace vertebra::fhir::testing {
namespace {

namespace fs = std::filesystem;

const std::string rules_folder = std::string{VERTEBRA_SOURCE_DIR} + "/rules/low_back_pain";

std::string text_of(const std::vector<Diagnostic>& diagnostics) {
  std::string result;
  for (const Diagnostic& each : diagnostics) result += to_string(each);
  return result;
}

class ReadRecordTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load_rule_set(rules_folder, "spine_pro");
    ASSERT_TRUE(loaded.rule_set) << text_of(loaded.diagnostics);
    engine_.emplace(*std::move(loaded.rule_set));
    auto read = load_mapping(rules_folder, engine_->rule_set());
    ASSERT_TRUE(read.mapping) << text_of(read.diagnostics);
    mapping_ = std::move(read.mapping);
  }

  ReadResult read(std::string_view json, Patient& patient) {
    return read_record(*mapping_, json, "record.json", as_of, patient);
  }
  ReadResult read(std::string_view json) {
    Patient patient{*engine_};
    return read(json, patient);
  }
  std::string outcome(const Patient& patient) {
    Evaluator evaluator{*engine_};
    return evaluator.evaluate(patient, as_of).to_json();
  }

  std::optional<Engine> engine_;
  std::optional<Mapping> mapping_;
};

// A folder of our own that is gone afterwards.
class Folder {
 public:
  explicit Folder(std::string_view name) : path_{fs::temp_directory_path() / ("vertebra_fhir_" + std::string{name})} {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  void write(std::string_view name, std::string_view text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream{path_ / name, std::ios::binary} << text;
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

TEST_F(ReadRecordTest, AnswersBecomeAnswersOfThePatient) {
  Patient by_record{*engine_};
  const ReadResult result = read(
      bundle({patient(R"("birthDate":"1958-04-12")"), condition("279039007", clinical("active")), condition("64859006"),
              R"({"resourceType":"Condition","id":"x","code":)" + concept_of(snomed, "267064002") + "}",
              request("11289", R"("status":"active","intent":"order")")}),
      by_record);
  EXPECT_TRUE(result) << text_of(result.diagnostics);
  EXPECT_TRUE(result.skipped.empty());

  Patient by_hand{*engine_};
  ASSERT_TRUE(by_hand.set("age", years(67)));
  ASSERT_TRUE(by_hand.set("lbp_present", true));
  ASSERT_TRUE(by_hand.set("osteoporosis", true));
  ASSERT_TRUE(by_hand.set("bladder_control_problem", one_of({"new_or_worse", "longstanding_unchanged"})));
  ASSERT_TRUE(by_hand.set("anticoagulant_use", one_of({"anticoagulant", "both"})));
  EXPECT_EQ(outcome(by_record), outcome(by_hand));
  EXPECT_NE(outcome(by_record), outcome(Patient{*engine_}));

  std::string evidence;
  for (const FoundFact& each : result.facts)
    for (const Evidence& place : each.evidence)
      evidence += each.fact + ": " + place.resource + " " + place.element + "\n";
  EXPECT_EQ(evidence,
            "lbp_present: Condition/c279039007 code\n"
            "bladder_control_problem: Condition/x code\n"
            "age: Patient/p birthDate\n"
            "osteoporosis: Condition/c64859006 code\n"
            "anticoagulant_use: MedicationRequest/m11289 medicationCodeableConcept\n");
}

TEST_F(ReadRecordTest, EarlierAnswersAreReplacedOrLeft) {
  Patient patient_{*engine_}, expected{*engine_};
  ASSERT_TRUE(patient_.set("lbp_present", false));
  ASSERT_TRUE(patient_.set("fever", true));
  ASSERT_TRUE(expected.set("lbp_present", true));
  ASSERT_TRUE(expected.set("fever", true));
  EXPECT_TRUE(read(condition("279039007"), patient_));
  EXPECT_EQ(outcome(patient_), outcome(expected));
}

TEST_F(ReadRecordTest, ARefusedRecordLeavesThePatientAsItWas) {
  const std::string good = bundle({patient(R"("birthDate":"1958-04-12")"), condition("279039007")});
  const std::pair<std::string, const char*> rows[] = {
      {good.substr(0, good.size() - 1), "V0801"},
      {"[" + good + "]", "V0802"},
      {bundle({condition("279039007"), R"({"resourceType":"MedicationOrder"})"}), "V0803"},
      {bundle({condition("279039007"), patient(""), R"({"resourceType":"Patient","id":"q"})"}), "V0802"},
  };
  for (const auto& [json, code] : rows) {
    Patient patient_{*engine_};
    const ReadResult result = read(json, patient_);
    EXPECT_FALSE(result);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].code, code);
    EXPECT_EQ(result.diagnostics[0].file, "record.json");
    EXPECT_TRUE(result.facts.empty());
    EXPECT_EQ(outcome(patient_), outcome(Patient{*engine_}));
  }
}

TEST_F(ReadRecordTest, NothingIsReadOfTheDead) {
  Patient patient_{*engine_};
  const ReadResult result =
      read(bundle({patient(R"("deceasedDateTime":"2014-01-03")"), condition("279039007")}), patient_);
  EXPECT_TRUE(result);
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].code, "V0804");
  ASSERT_EQ(result.skipped.size(), 1U);
  EXPECT_EQ(result.skipped[0].resource, "Patient/p");
  EXPECT_EQ(outcome(patient_), outcome(Patient{*engine_}));
}

TEST_F(ReadRecordTest, AMistakeInTheJsonHasAPlaceAndShowsNothingOfTheRecord) {
  const ReadResult result = read("{\"resourceType\": \"Patient\",\n \"name\": \"Ren\xc3\xa9\" \"Smith\"}");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  const Diagnostic& problem = result.diagnostics[0];
  EXPECT_EQ(problem.code, "V0801");
  EXPECT_EQ(problem.line, 2);
  EXPECT_EQ(problem.column, 17);  // The quote before Smith: one space, "name":, a space, "René" and a space are 16.
  EXPECT_EQ(to_string(problem).find("Smith"), std::string::npos);
  EXPECT_EQ(to_string(problem).find("Ren"), std::string::npos);
}

TEST_F(ReadRecordTest, WhatIsReportedShowsNoValueOfTheRecord) {
  const std::string json = bundle(
      {patient(R"("birthDate":"31.12.secret","name":[{"family":"secret"}])"),
       R"({"resourceType":"Condition","code":{"coding":[{"system":"secret","code":"279039007","display":"secret"}]}})",
       R"({"resourceType":"Condition","onsetDateTime":"secret","code":)" + concept_of(snomed, "279039007") + "}",
       R"({"resourceType":"Condition","clinicalStatus":{"text":"secret"},"code":)" + concept_of(snomed, "386661006") +
           "}",
       R"({"resourceType":"secret 1"})", request("11289", R"("status":"secret","intent":"order")")});
  const ReadResult result = read(json);
  EXPECT_TRUE(result);
  EXPECT_EQ(result.skipped.size(), 6U);
  for (const Skipped& each : result.skipped)
    EXPECT_EQ((each.resource + std::string{each.reason}).find("secret"), std::string::npos) << each.reason;
}

TEST_F(ReadRecordTest, TheLowBackPainOfTheOldIcdIsRead) {
  Patient patient_{*engine_};
  const ReadResult result =
      read(R"({"resourceType":"Condition","id":"1","code":)" + concept_of(icd10cm, "M54.5") + "}", patient_);
  ASSERT_EQ(result.facts.size(), 1U);
  EXPECT_EQ(result.facts[0].fact, "lbp_present");
}

TEST_F(ReadRecordTest, APatientOfOtherRulesIsNotHarmed) {
  Folder folder{"other_rules"};
  folder.write("rules.yaml",
               "vocabulary: other\nversion: 1.0.0\nlanguages: [en]\ncare_levels:\n  self_care: Home\n  urgent: Now\n"
               "facts:\n  hurts:\n    type: boolean\n    ask: \"Does it hurt?\"\n");
  folder.write("guide.yaml",
               "guide: other_guide\nversion: 1.0.0\ntitle: Other\nuses: other\nstatus: active\n"
               "sources:\n  S1:\n    says: It hurts.\nred_flags:\n  pain:\n    level: urgent\n    when: hurts\n"
               "    because: It hurts.\n    source: S1\n");
  auto loaded = load_rule_set(folder.path(), "other_guide");
  ASSERT_TRUE(loaded.rule_set) << text_of(loaded.diagnostics);
  const Engine other{*std::move(loaded.rule_set)};
  Patient patient_{other};
  const ReadResult result = read(condition("279039007"), patient_);
  EXPECT_TRUE(result.facts.empty());
  EXPECT_EQ(result.skipped.size(), 1U);
}

TEST_F(ReadRecordTest, EveryFactIsFoundOrUnknownWithACause) {
  const ReadResult result =
      read(bundle({patient(R"("birthDate":"1958-04-12")"), condition("279039007"),
                   request("5640", R"("status":"stopped","intent":"order")"),
                   observation(loinc, "29463-7", R"("valueQuantity":{"value":80,"unit":"stones"})"),
                   observation(loinc, "72514-3", R"("effectiveDateTime":"2020","valueInteger":4)")}));
  const auto vocabulary = facts(engine_->rule_set());
  EXPECT_EQ(result.facts.size() + result.unknown.size(), vocabulary.size());
  std::map<std::string, std::string> causes;
  for (const UnknownFact& each : result.unknown) causes[each.fact] = std::string{to_string(each.cause)};
  EXPECT_EQ(causes["fever"], "not_found");
  EXPECT_EQ(causes["current_nsaid_use"], "refused_status");
  EXPECT_EQ(causes["body_weight"], "wrong_unit");
  EXPECT_EQ(causes["pain_severity"], "too_old");
  EXPECT_EQ(causes["saddle_numbness"], "not_mapped");
  EXPECT_EQ(causes["lithium_use"], "list_incomplete");
  EXPECT_EQ(causes.count("lbp_present"), 0U);
}

TEST_F(ReadRecordTest, ADraftOrderIsNoCurrentMedicine) {
  for (const char* each : {R"("status":"draft","intent":"order")", R"("status":"active","intent":"proposal")"}) {
    const ReadResult result = read(request("11289", each));
    EXPECT_TRUE(result.facts.empty());
    const auto found = std::find_if(result.unknown.begin(), result.unknown.end(),
                                    [](const UnknownFact& unknown) { return unknown.fact == "anticoagulant_use"; });
    ASSERT_NE(found, result.unknown.end());
    EXPECT_EQ(found->cause, Cause::draft_order);
    EXPECT_EQ(found->resource, "MedicationRequest/m11289");
  }
}

TEST_F(ReadRecordTest, StrictRefusesWhatLenientPassesOver) {
  const std::string json =
      bundle({patient(R"("birthDate":"1958-04-12")"), condition("279039007", R"("onsetDateTime":"x")"),
              R"({"resourceType":"Condition","id":"c","clinicalStatus":7})"});
  Patient lenient{*engine_}, strict{*engine_};
  EXPECT_EQ(read(json, lenient).facts.size(), 1U);
  ReadOptions options;
  options.strict = true;
  const ReadResult refused = read_record(*mapping_, json, "record.json", as_of, strict, options);
  EXPECT_FALSE(refused);
  ASSERT_EQ(refused.diagnostics.size(), 2U);
  EXPECT_EQ(refused.diagnostics[0].code, "V0806");
  EXPECT_EQ(refused.diagnostics[0].message, "Condition/c279039007: a date is not written as FHIR writes dates");
  EXPECT_EQ(refused.diagnostics[1].message, "Condition/c: an element is not of the type that FHIR R4 gives it");
  EXPECT_EQ(outcome(strict), outcome(Patient{*engine_}));
  // What is only old, stopped or of another kind is no mistake.
  const std::string good = bundle({condition("279039007"), request("11289", R"("status":"stopped","intent":"order")"),
                                   R"({"resourceType":"Coverage"})"});
  EXPECT_TRUE(read_record(*mapping_, good, "record.json", as_of, strict, options));
}

TEST_F(ReadRecordTest, OneOfSeveralPatientsIsReadByItsId) {
  const auto about = [](std::string_view id) {
    return R"("subject":{"reference":"Patient/)" + std::string{id} + "\"}";
  };
  const std::string lines = patient(R"("birthDate":"1958-04-12")") + "\n" +
                            R"({"resourceType":"Patient","id":"q","birthDate":"1990-04-12"})" + "\n" +
                            condition("279039007", about("p")) + "\n" + condition("64859006", about("q")) + "\n" +
                            condition("73211009") + "\n";
  ReadOptions options;
  const auto with = [&](std::string_view id) {
    options.patient_id = id;
    Patient patient_{*engine_};
    const ReadResult result = read_record(*mapping_, lines, "all.ndjson", as_of, patient_, options);
    std::string told;
    for (const FoundFact& each : result.facts) told += each.fact + " ";
    for (const Diagnostic& each : result.diagnostics) told += each.message;
    return told;
  };
  EXPECT_EQ(with(""), "the record is about 2 patients");
  EXPECT_EQ(with("p"), "lbp_present age ");
  EXPECT_EQ(with("q"), "age osteoporosis ");
  EXPECT_EQ(with("r"), "the record has nothing of the patient who was asked for");
}

TEST_F(ReadRecordTest, ThePatientFileSaysTheSameAsTheRecord) {
  const std::string json =
      bundle({patient(R"("birthDate":"1958-04")"), condition("279039007", R"("onsetDateTime":"2025-12-01")"),
              condition("64859006"), condition("267064002"), request("11289", R"("status":"active","intent":"order")"),
              observation(loinc, "72514-3", R"("valueInteger":7)"),
              observation(loinc, "98979-8",
                          R"("valueQuantity":{"value":60,"comparator":"<","code":"mL/min/{1.73_m2}",)"
                          R"("system":"http://unitsofmeasure.org"})")});
  Patient by_record{*engine_}, by_file{*engine_};
  const ReadResult result = read(json, by_record);
  const std::string file = to_patient_file(result, "bundle.json", as_of);
  EXPECT_NE(file.find("lbp_present: yes                            # Condition/c279039007 code 2025-12-01\n"),
            std::string::npos)
      << file;
  EXPECT_NE(file.find("age: 67 a                                   # Patient/p birthDate\n"), std::string::npos)
      << file;
  EXPECT_NE(file.find("fever: unknown                              # nothing in the record speaks of it\n"),
            std::string::npos);
  const auto back = read_patient(by_file, file, "edited.yaml");
  EXPECT_TRUE(back) << text_of(back.diagnostics);
  EXPECT_EQ(outcome(by_file), outcome(by_record));
  EXPECT_NE(outcome(by_file), outcome(Patient{*engine_}));
}

TEST_F(ReadRecordTest, ThePatientFileOfTheDeadCanBeReadToo) {
  const ReadResult result = read(bundle({patient(R"("birthDate":"1958-04-12","deceasedBoolean":true)")}));
  ASSERT_TRUE(result.facts.empty() && result.unknown.empty());
  Patient by_file{*engine_};
  const auto back = read_patient(by_file, to_patient_file(result, "bundle.json", as_of), "edited.yaml");
  EXPECT_TRUE(back) << text_of(back.diagnostics);
}

TEST_F(ReadRecordTest, TheReportNamesEverything) {
  const ReadResult result =
      read(bundle({condition("279039007", R"("recordedDate":"2025-12-01T10:00:00Z")"),
                   request("11289", R"("status":"draft","intent":"order")"), R"({"resourceType":"Claim"})"}));
  const std::string json = to_json(result);
  EXPECT_TRUE(json.starts_with(
      R"({"vertebra":"1","facts":[{"fact":"lbp_present","answer":"yes","evidence":[{"resource":"Condition/c279039007",)"
      R"("element":"code","date":"2025-12-01"}]}],"unknown":[{"fact":"pain_duration","cause":"not_mapped",)"
      R"("reason":"the mapping does not say where it is read"})"))
      << json;
  EXPECT_TRUE(json.ends_with(
      R"("skipped":[{"resource":"MedicationRequest/m11289","fact":"anticoagulant_use","cause":"draft_order",)"
      R"("reason":"it is a draft or an intention"},{"resource":"Claim","cause":"not_mapped",)"
      R"("reason":"no mapping reads this kind","count":1}]})"))
      << json;
}

// A code that is added to the vocabulary is either read or left out on purpose, with the reason in the mapping.
TEST_F(ReadRecordTest, EveryFactWithACodeIsMappedOrLeftOutOnPurpose) {
  std::string left_out;
  for (const FactInfo& info : facts(engine_->rule_set())) {
    const bool coded = std::any_of(info.codes.begin(), info.codes.end(),
                                   [](const CodeBinding& code) { return code.mark == "V" || code.mark == "C"; });
    const auto& mapped = mapping_->state().facts;
    const auto same = [&](const MappedFact& fact) { return fact.id == info.id; };
    if (coded && std::none_of(mapped.begin(), mapped.end(), same)) left_out += std::string{info.id} + " ";
  }
  EXPECT_EQ(left_out, "pain_onset_trauma ");
}

TEST_F(ReadRecordTest, TheMappingIsFoundBelowTheFolderOfRules) {
  Folder folder{"found"};
  const RuleSet& rules = engine_->rule_set();
  const auto codes = [&] {
    std::string result;
    for (const Diagnostic& each : load_mapping(folder.path(), rules).diagnostics) result += each.code + " ";
    return result;
  };
  EXPECT_EQ(codes(), "V0210 ");
  folder.write("guide.yaml", "guide: x\n# fhir_mapping: no\n");
  folder.write(".hidden/mapping.yaml", "fhir_mapping: low_back_pain\nversion: 1\n");
  folder.write("mapping.txt", "fhir_mapping: low_back_pain\nversion: 1\n");
  EXPECT_EQ(codes(), "V0210 ");
  folder.write("in/here/1.yaml",
               "# first\n\nfhir_mapping: low_back_pain\nversion: 1.0.0\nstatuses:\n  now:\n    condition: [active]\n");
  folder.write("in/2.yml", "fhir_mapping: low_back_pain\nversion: 1.0.0\nfacts:\n  fever: {condition: now}\n");
  EXPECT_EQ(codes(), "");
  folder.write("in/3.yaml", "fhir_mapping: low_back_pain\nversion: 1.0.0\nfacts:\n  fever: {condition: now}\n");
  EXPECT_EQ(codes(), "V0205 ");
  EXPECT_EQ(load_mapping(folder.path() + "/gone", rules).diagnostics.at(0).code, "V0101");
}

}  // namespace
}  // namespace vertebra::fhir::testing
