#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "base/text.hpp"
#include "fhir/findings.hpp"
#include "fhir/record_reader.hpp"
#include "shared/shared_records.hpp"

// Records that others wrote or generated, with all their irregularities.
namespace vertebra::fhir {
namespace {

namespace fs = std::filesystem;

using shared::data_folder;
using shared::records_in;
using shared::text_of;

const std::string rules_folder = std::string{VERTEBRA_SOURCE_DIR} + "/rules/low_back_pain";
constexpr Date day = date(2026, 1, 31);

std::string value_text(const Answer& answer) {
  if (const bool* truth = std::get_if<bool>(&answer)) return *truth ? "yes" : "no";
  if (const Quantity* years = std::get_if<Quantity>(&answer))
    return base::number_text(years->low) + (years->low == years->high ? "" : ".." + base::number_text(years->high));
  std::string result;
  for (const std::string& each : std::get<Choice>(answer).members) result += (result.empty() ? "" : "|") + each;
  return result;
}

class FhirSharedTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::is_directory(data_folder())) GTEST_SKIP() << "no shared data in " << data_folder();
    auto loaded = load_rule_set(rules_folder, "spine_pro");
    ASSERT_TRUE(loaded.rule_set);
    engine_.emplace(*std::move(loaded.rule_set));
    mapping_ = load_mapping(rules_folder, engine_->rule_set()).mapping;
    ASSERT_TRUE(mapping_);
  }

  ReadResult read(std::string_view json, Date as_of = day) {
    Patient patient{*engine_};
    return read_record(*mapping_, json, "record.json", as_of, patient);
  }

  std::string facts_in(const std::string& json, Date as_of = day) {
    const auto parsed = parse_record(json, mapping_->state().kinds);
    if (!std::holds_alternative<Record>(parsed)) return std::get<JsonProblem>(parsed).message;
    const Record& record = std::get<Record>(parsed);
    std::string result;
    for (const FoundFact& each : find_answers(mapping_->state(), record, Person{record}, as_of).found)
      result += (result.empty() ? "" : " ") + each.fact + "=" + value_text(each.answer);
    return result;
  }

  std::optional<Engine> engine_;
  std::optional<Mapping> mapping_;
};

struct PatientRow {
  const char* file;
  const char* facts;
};

// Written from the resources: birthDate at 31 January 2026, and each Condition and medicine beside the vocabulary's codes.
// No medicine here is a code of the vocabulary: all are products (oxycodone 1049593, ibuprofen 197806, …).
TEST_F(FhirSharedTest, NamedPatientsHaveTheFactsOfTheirRecords) {
  const PatientRow rows[] = {
      // Condition ICD-10-CM M54.5 active, 2008; born 23 February 1980: not yet 46.
      {"cds4cpm-chronic-pain/patients/AlphaDeltaBundle.json", "lbp_present=yes age=45"},
      // Knee and hip pain only (M25.56, M25.55).
      {"cds4cpm-chronic-pain/patients/SallyEchoBundle.json", "age=67"},
      // Shoulder pain and M54.5 active, 2022.
      {"cds4cpm-chronic-pain/patients/TommyJonesBundle.json", "lbp_present=yes age=64"},
      // M54.5 beside fibromyalgia, depression and post-laminectomy syndrome, none of them a fact.
      {"cds4cpm-chronic-pain/patients/benufldevelopbundle.json", "lbp_present=yes age=70"},
      {"cds4cpm-chronic-pain/patients/brenda_jackson.json", "lbp_present=yes age=69"},
      {"cds4cpm-chronic-pain/patients/sharon_decision.json", "lbp_present=yes age=70"},
      // An entry without a bundle; the birthDate is an expression.
      {"cds4cpm-chronic-pain/patients/donnie_marks.json", ""},
      // SNOMED CT 278860009 filed under ICD-10-CM: not used.
      {"cds4cpm-chronic-pain/patients/mr_delta.json", ""},
      // M54.5 without clinicalStatus, shown as "Chronic Hip Pain": what is shown is not read.
      {"cds4cpm-chronic-pain/patients/ms_bravo.json", "lbp_present=yes"},
      // Knee and hip pain, SNOMED CT 116288000.
      {"cds4cpm-chronic-pain/patients/ms_echo.json", ""},
      {"cds4cpm-chronic-pain/patients/mr_golf_bundle.json", "age=70"},
      // A birthDate beside its extension.
      {"cds4cpm-chronic-pain/patients/mr_india.json", "age=53"},
      {"cds4cpm-chronic-pain/patients/noConditionsufldevelopbundle.json", "age=70"},
      {"cds4cpm-chronic-pain/patients/noObs1ufldevelopbundle.json", "lbp_present=yes age=70"},
      {"cds4cpm-chronic-pain/patients/noObs2ufldevelopbundle.json", "lbp_present=yes age=70"},
      {"ahrq-pain-summary/r4/brenda_jackson.json", "lbp_present=yes age=65"},
      // Chronic low back pain, SNOMED CT 278860009, active since 2014.
      {"synthea-pathling/Judi176_Sawayn19_cd5a6b35-2a1f-1f73-048e-c205f88f61bb.json.gz", "lbp_present=yes age=73"},
      // Fever, SNOMED CT 386661006, resolved in 2021.
      {"synthea-pathling/Tuyet839_Boyle917_3fc4d5b0-9e46-4307-8c05-e4cef7602e7f.json.gz", "age=6"},
      {"synthea-pathling/Alfonzo975_Hickle134_cd3d3588-94fc-b980-9e94-0390d989d921.json.gz", "age=32"},
      {"synthea-pathling/Dung738_Ruecker817_6dff1468-d6cf-804a-a3ed-a69896daf073.json.gz", "age=11"},
  };
  for (const PatientRow& row : rows) EXPECT_EQ(facts_in(text_of(data_folder() / row.file)), row.facts) << row.file;
}

// The day is near those of the scenarios. Written by hand from the texts of the scenarios and the resources; where they
// differ, the resources count: what a record holds is what can be read.
TEST_F(FhirSharedTest, ThePatientsOfTheScenariosHaveTheFactsOfTheirRecords) {
  constexpr Date visit = date(2023, 6, 1);
  const PatientRow rows[] = {
      // "Mr. Delta", 43 in the text and by his birthDate, back pain for years; oxycodone and temazepam are no facts.
      {"AlphaDeltaBundle.json", "lbp_present=yes age=43"},
      // The same patient with a SNOMED CT code under ICD-10-CM and no birthDate.
      {"mr_delta.json", ""},
      // "Ms. Echo", knee and hip; 65 in the text, 64 until her birthday in October.
      {"SallyEchoBundle.json", "age=64"},
      {"ms_echo.json", ""},
      // "Ms. Bravo" has pain of the hip in the text, and the code of low back pain in her record.
      {"ms_bravo.json", "lbp_present=yes"},
      {"TommyJonesBundle.json", "lbp_present=yes age=61"},
      // Ibuprofen ordered in January 2023, and a statement of another one that is completed.
      {"benufldevelopbundle.json", "lbp_present=yes age=67 current_nsaid_use=yes"},
      {"noObs1ufldevelopbundle.json", "lbp_present=yes age=67 current_nsaid_use=yes"},
      {"noObs2ufldevelopbundle.json", "lbp_present=yes age=67 current_nsaid_use=yes"},
      {"noConditionsufldevelopbundle.json", "age=67"},
      // Ibuprofen ordered in 2016 and 2017, and never ended: too old to be relied on.
      {"brenda_jackson.json", "lbp_present=yes age=66"},
      // Ordered in March 2021.
      {"sharon_decision.json", "lbp_present=yes age=67"},
      {"mr_golf_bundle.json", "age=67"},
      {"mr_india.json", "age=51"},
      // "Donnie Marks", 14 in the text; the birthDate is an expression, so his age is not known.
      {"donnie_marks.json", ""},
  };
  for (const PatientRow& row : rows)
    EXPECT_EQ(facts_in(text_of(data_folder() / "cds4cpm-chronic-pain/patients" / row.file), visit), row.facts)
        << row.file;
  EXPECT_EQ(std::size(rows), records_in("cds4cpm-chronic-pain/patients").size());
  // Ibuprofen of March and duloxetine of May 2022.
  EXPECT_EQ(facts_in(text_of(data_folder() / "ahrq-pain-summary/r4/brenda_jackson.json"), date(2022, 12, 1)),
            "lbp_present=yes age=61 current_nsaid_use=yes ssri_or_snri_use=yes");
}

std::string shown(const Skipped& skipped) {
  const std::string many = skipped.count == 0 ? "" : skipped.count == 1 ? "1 entry: " : "entries: ";
  return many + (skipped.fact.empty() ? "" : "`" + skipped.fact + "`: ") + std::string{skipped.reason};
}

bool has_skip(const ReadResult& result, std::string_view resource, std::string_view reason) {
  return std::any_of(result.skipped.begin(), result.skipped.end(),
                     [&](const Skipped& each) { return each.resource == resource && shown(each) == reason; });
}

TEST_F(FhirSharedTest, IrregularitiesAreReported) {
  const fs::path folder = data_folder() / "cds4cpm-chronic-pain/patients";
  EXPECT_TRUE(has_skip(read(text_of(folder / "mr_delta.json")), "Condition/2bcbd081-d421-4aa5-9e60-d86b88f936c8",
                       "a code of the vocabulary stands under another code system"));
  EXPECT_TRUE(has_skip(read(text_of(folder / "donnie_marks.json")), "Patient/2c4a3561-02f1-4329-a089-2d2f53f2ab1b",
                       "`age`: birthDate has an extension in place of a date"));
  const ReadResult bravo = read(text_of(folder / "ms_bravo.json"));
  EXPECT_TRUE(has_skip(bravo, "MedicationRequest", "1 entry: no fact is read from the code"));
  EXPECT_TRUE(has_skip(bravo, "Practitioner", "1 entry: no mapping reads this kind"));
}

TEST_F(FhirSharedTest, TheDeadAreReadWhileTheyLived) {
  const fs::path file =
      data_folder() / "synthea-pathling/Yang129_Eichmann909_6b01025b-43b4-a9e4-525b-872995031987.json.gz";
  const std::string json = text_of(file);  // Died on 3 January 2014; born on 5 December 1943.
  EXPECT_TRUE(read(json).facts.empty());
  EXPECT_TRUE(read(json, date(2014, 1, 3)).facts.empty());
  const ReadResult before = read(json, date(2014, 1, 2));
  ASSERT_EQ(before.facts.size(), 2U);  // And a weight of March 2013.
  EXPECT_EQ(before.facts[0].fact, "age");
  EXPECT_EQ(before.facts[1].fact, "body_weight");
}

TEST_F(FhirSharedTest, OlderVersionsAreRefusedByName) {
  const auto message = [&](const fs::path& path) {
    const ReadResult result = read(text_of(path));
    EXPECT_EQ(result.diagnostics.size(), 1U) << path;
    return result.diagnostics.empty() ? std::string{}
                                      : result.diagnostics[0].code + " " + result.diagnostics[0].message;
  };
  const auto dstu2 = records_in("ahrq-pain-summary/dstu2");
  EXPECT_EQ(dstu2.size(), 4U);
  for (const fs::path& path : dstu2)
    EXPECT_TRUE(message(path).starts_with("V0803 the record is FHIR DSTU2, which is not read")) << message(path);
  const auto stu3 = records_in("proms-stu3");
  EXPECT_EQ(stu3.size(), 8U);
  for (const fs::path& path : stu3) {
    EXPECT_TRUE(message(path).starts_with("V0803 the record is FHIR")) << message(path);
    EXPECT_NE(message(path).find("STU3"), std::string::npos) << message(path);
  }
}

TEST_F(FhirSharedTest, CutRecordsAreRefused) {
  const auto cut = [&](const fs::path& path, std::size_t step) {
    std::string json = text_of(path);
    json.resize(json.find_last_not_of(" \r\n\t") + 1);
    for (std::size_t size = 0; size < json.size(); size += step) {
      const auto parsed = parse_record(std::string_view{json}.substr(0, size));
      if (std::holds_alternative<Record>(parsed)) ADD_FAILURE() << path << " cut after " << size << " bytes was read";
    }
  };
  for (const fs::path& path : records_in("cds4cpm-chronic-pain/patients")) cut(path, 97);
  for (const fs::path& path : records_in("synthea-pathling")) cut(path, 99'991);
}

// Two readings of one record must be the same to the last word.
TEST_F(FhirSharedTest, ReadingIsRepeatable) {
  const auto told = [](const ReadResult& result) { return to_json(result); };
  for (const fs::path& path : records_in("cds4cpm-chronic-pain/patients")) {
    const std::string json = text_of(path);
    EXPECT_EQ(told(read(json)), told(read(json))) << path;
  }
}

}  // namespace
}  // namespace vertebra::fhir
