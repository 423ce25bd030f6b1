#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <vertebra/engine.hpp>
#include <vertebra/fhir.hpp>

#include "shared/shared_records.hpp"

// The test cases of a published summary of chronic pain: whom its authors include. Their shorthand is written out as FHIR, and
// a small rule set (tests/fhir/inclusion) must include the same patients. The artefact takes what is not recorded for absent,
// so the lists are declared complete.
namespace vertebra::fhir {
namespace {

using shared::data_folder;

constexpr Date day =
    date(2018, 12, 31);  // Of the authors' run: born on 16 February 2003 and 1953, their patients are 15 and 65.
const std::string rules_folder = std::string{VERTEBRA_SOURCE_DIR} + "/tests/fhir/inclusion";

// "resourceType: Patient", "birthDate: 2003-02-16" and so on, up to the next item of the list.
using Block = std::map<std::string, std::string>;

std::vector<Block> blocks_in(const char* file) {
  std::vector<Block> blocks;
  std::istringstream lines{shared::text_of(data_folder() / "ahrq-cql-test-cases/pain_r401" / file)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("results:")) break;
    const std::size_t key = line.find_first_not_of(" -");
    const std::size_t colon = line.find(": ");
    if (key == std::string::npos || colon == std::string::npos || line[key] == '#') continue;
    const std::string name = line.substr(key, colon - key);
    if (name == "resourceType") blocks.emplace_back();
    if (!blocks.empty()) blocks.back()[name] = line.substr(colon + 2, line.find_last_not_of(" \r") - colon - 1);
  }
  return blocks;
}

std::string concept_of(const std::string& code) {
  const std::size_t hash = code.find('#');
  const std::string system =
      code.starts_with("SNOMED") ? "http://snomed.info/sct" : "http://www.nlm.nih.gov/research/umls/rxnorm";
  return R"({"coding":[{"system":")" + system + R"(","code":")" +
         code.substr(hash + 1, code.find(' ', hash) - hash - 1) + R"("}]})";
}

// The shorthand leaves out what is usual: active, confirmed, an order.
std::string resource_of(Block block) {
  const std::string kind = block["resourceType"];
  std::string json = R"({"resourceType":")" + kind + "\"";
  if (kind == "Patient") return json + R"(,"birthDate":")" + block["birthDate"] + "\"}";
  if (kind == "Condition")
    return json + R"(,"onsetDateTime":")" + block["onsetDateTime"] + R"(","code":)" + concept_of(block["code"]) + "}";
  json += R"(,"status":"active","intent":"order","medicationCodeableConcept":)" + concept_of(block["code"]);
  const char* const date = kind == "MedicationRequest" ? "authoredOn" : "effectiveDateTime";
  return json + ",\"" + date + R"(":")" + block[date] + "\"}";
}

class FhirInclusionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(data_folder())) GTEST_SKIP() << "no shared data in " << data_folder();
  }

  // The level of care that is certain: `included` or `not_included`; both with "or" while it is open.
  std::string level_of(const std::vector<Block>& blocks) {
    auto loaded = load_rule_set(rules_folder, "inclusion");
    if (!loaded.rule_set) return loaded.diagnostics.empty() ? "nothing" : to_string(loaded.diagnostics[0]);
    const Engine engine{*std::move(loaded.rule_set)};
    const auto mapping = load_mapping(rules_folder, engine.rule_set());
    if (!mapping.mapping) return to_string(mapping.diagnostics.at(0));
    std::string entries;
    for (const Block& each : blocks)
      entries += (entries.empty() ? "" : ",") + ("{\"resource\":" + resource_of(each) + "}");
    Patient patient{engine};
    ReadOptions options;
    options.complete = {"condition", "medication"};
    const auto read = read_record(*mapping.mapping, R"({"resourceType":"Bundle","entry":[)" + entries + "]}", "case",
                                  day, patient, options);
    for (const Diagnostic& each : read.diagnostics) ADD_FAILURE() << to_string(each);
    Evaluator evaluator{engine};
    const auto care = evaluator.evaluate(patient, day).care();
    const std::string least{care->least.id}, most{care->most.id};
    return least == most ? least : least + " or " + most;
  }
};

TEST_F(FhirInclusionTest, TheYoungAreNotIncluded) {
  EXPECT_EQ(level_of(blocks_in("age_17_or_younger.yaml")), "not_included");
}

TEST_F(FhirInclusionTest, AgeAloneDoesNotInclude) {
  EXPECT_EQ(level_of(blocks_in("age_65_or_older.yaml")), "not_included");
}

TEST_F(FhirInclusionTest, AConditionOfChronicPainIncludes) {
  EXPECT_EQ(level_of(blocks_in("reusable_example_1.yaml")), "included");
}

// The second example makes four patients, each with one of two requests and one of two statements.
TEST_F(FhirInclusionTest, MedicinesBesideItChangeNothing) {
  const auto patient = blocks_in("reusable_example_2.yaml").at(0);
  const auto conditions = blocks_in("reusable_resources.yml");
  const auto medicines = blocks_in("more_resources.yml");
  ASSERT_EQ(medicines.size(), 4U);
  for (std::size_t request = 0; request < 2; ++request)
    for (std::size_t statement = 2; statement < 4; ++statement) {
      std::vector<Block> blocks{patient, medicines[request], medicines[statement]};
      blocks.insert(blocks.end(), conditions.begin(), conditions.end());
      EXPECT_EQ(level_of(blocks), "included");
    }
}

// No test case of the authors is about opioids; this one holds the second half of their criterion.
TEST_F(FhirInclusionTest, AnOpioidCountsForHalfAYear) {
  const auto with = [](const char* ordered) {
    return std::vector<Block>{
        {{"resourceType", "Patient"}, {"birthDate", "1953-02-16"}},
        {{"resourceType", "MedicationRequest"}, {"code", "RXNORM#1049593 x"}, {"authoredOn", ordered}}};
  };
  EXPECT_EQ(level_of(with("2018-07-04")), "included");
  // An order that nobody ended: too old to include, and not proof that nothing is taken.
  EXPECT_EQ(level_of(with("2018-07-03")), "not_included or included");
}

}  // namespace
}  // namespace vertebra::fhir
