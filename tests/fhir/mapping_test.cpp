#include "fhir/mapping.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <vertebra/rule_set.hpp>
#include <vertebra/vocabulary.hpp>

#include "document/reader.hpp"
#include "fhir/fhir_fixture.hpp"

// Mapping documents are read as strictly as rules.
namespace vertebra::fhir::testing {
namespace {

std::string problems_of(std::string_view yaml) {
  const MappingText read = mapping_from(yaml);
  std::string result;
  for (const Diagnostic& each : read.diagnostics)
    result += (result.empty() ? "" : "; ") + each.code + "@" + std::to_string(each.line) + ":" +
              std::to_string(each.column) + " " + each.message;
  EXPECT_EQ(read.state.has_value(), read.diagnostics.empty()) << result;
  return result.empty() ? "-" : result;
}

constexpr std::string_view head = "fhir_mapping: sample\nversion: 1.0.0\n";            // Two lines.
constexpr std::string_view statuses = "statuses:\n  now:\n    condition: [active]\n";  // Lines 3 to 5.

std::string with_fact(std::string_view fact) {  // On line 7.
  return std::string{head} + std::string{statuses} + "facts:\n  " + std::string{fact} + "\n";
}

std::string with_section(std::string_view section) { return std::string{head} + std::string{section} + "\n"; }

struct MappingCase {
  std::string yaml;
  const char* problems;
};

TEST(MappingTest, GoodMappingsHaveNoProblem) {
  EXPECT_EQ(problems_of(sample_mapping_text()), "-");
  EXPECT_EQ(problems_of(head), "-");
  EXPECT_EQ(problems_of(with_fact("fever: {condition: now}")), "-");
  EXPECT_EQ(problems_of(with_fact("asthma: {condition: {statuses: now, within: 2 wk, refuted: no}}")), "-");
  EXPECT_EQ(problems_of(with_fact("cancer: {condition: now, means: {past: [past, active], none: unknown}}")), "-");
}

TEST(MappingTest, FactsThatDoNotFitTheVocabularyAreRefused) {
  const MappingCase rows[] = {
      {with_fact("fevr: {condition: now}"), "V0805@7:3 `fevr` is not a fact of the vocabulary"},
      {with_fact("fever: {}"), "V0202@7:3 nothing says from where `fever` is read"},
      {with_fact("fever: now"), "V0203@7:10 `fever` must be a map"},
      {with_fact("fever: {condition: {within: 2 d}}"), "V0202@7:22 `statuses` is missing"},
      {with_fact("fever: {condition: later}"), "V0204@7:22 `later` is not a name under `statuses`"},
      {with_fact("fever: {conditions: now}"),
       "V0202@7:3 nothing says from where `fever` is read; V0201@7:11 `conditions` is not a key here"},
      {with_fact("fever: {condition: {statuses: now, refuted: yes}}"), "V0211@7:47 `refuted` can only be `no`"},
      {with_fact("fever: {condition: {statuses: now, within: 3 kg}}"), "V0211@7:46 `3 kg` is not a time"},
      {with_fact("fever: {condition: {statuses: now, within: 3}}"), "V0211@7:46 `3` is not a time"},
      {with_fact("fever: {condition: {statuses: now, within: 0 d}}"), "V0211@7:46 `0 d` is not a time"},
      {with_fact("cancer: {condition: {statuses: now, refuted: no}}"),
       "V0805@7:48 `refuted` is for facts of yes and no"},
      {with_fact("thinner: {medication: {statuses: now, refuted: no}}"), "V0201@7:41 `refuted` is not a key here"},
      {with_fact("weight: {medication: now}"), "V0805@7:24 a code does not say the number that `weight` is"},
      {with_fact("fever: {condition: {statuses: now, when_absent: maybe}}"),
       "V0805@7:51 `maybe` is not an answer to `fever`"},
      {with_fact("fever: {encounter: {statuses: now, when_absent: no}}"), "V0201@7:38 `when_absent` is not a key here"},
      {with_fact("thinner: {medication: {statuses: now, classes: {nsaid: both}}}"),
       "V0204@7:51 `nsaid` is not a name under `medicine_classes`"},
      {with_fact("fever: {questionnaire: {statuses: now, items: [{link_id: a}]}}"),
       "V0202@7:50 `questionnaire` is missing"},
      {with_fact("fever: {questionnaire: {statuses: now, items: [{questionnaire: \"http://x|1\", link_id: a}]}}"),
       "V0211@7:66 a questionnaire is named without its version here"},
      {with_fact(
           "weight: {questionnaire: {statuses: now, items: [{questionnaire: u, link_id: a, answers: {x: yes}}]}}"),
       "V0805@7:91 `answers` are for choices and for yes and no; V0805@7:95 `yes` is not an answer to `weight`"},
      {with_fact("cancer: {condition: now, means: {old: past}}"), "V0805@7:36 `old` is not an answer to `cancer`"},
      {with_fact("cancer: {condition: now, means: {past: old}}"), "V0805@7:42 `old` is not an answer to `cancer`"},
      {with_fact("cancer: {condition: now, means: {past: []}}"), "V0805@7:42 nothing is left"},
      {with_fact("fever: {patient: birth_date}"), "V0805@7:20 `fever` is not a number of years"},
      {with_fact("age: {patient: gender}"), "V0805@7:18 `gender` is not read from a Patient"},
      {with_fact("weight: {condition: now}"), "V0805@7:23 a code does not say the number that `weight` is"},
      {with_fact("wound: {condition: now}"), "V0805@7:3 `wound` has no code marked V or C in the vocabulary"},
  };
  for (const MappingCase& row : rows) EXPECT_EQ(problems_of(row.yaml), row.problems) << row.yaml;
}

TEST(MappingTest, SectionsThatSayTooMuchAreRefused) {
  const MappingCase rows[] = {
      {"fhir_mapping: sample\n", "V0202@1:1 `version` is missing"},
      {"fhir_mapping: A sample\nversion: 1.0.0\n", "V0206@1:15 `A sample` is not an id"},
      {with_section("rules: {}"), "V0201@3:1 `rules` is not a key here"},
      {with_section("systems:\n  snowmed: [\"http://x\"]"), "V0201@4:3 `snowmed` is not a key here"},
      {with_section("systems:\n  snomed: \"http://x\""), "V0203@4:11 `snomed` must be a list"},
      {with_section("systems:\n  snomed: [\"http://x\"]\n  loinc: [\"http://x\"]"),
       "V0205@5:11 `http://x` stands here for the second time"},
      {with_section("statuses:\n  now:\n    condition: [active, entered-in-error]"),
       "V0805@5:25 `entered-in-error` is not a status that can count here"},
      {with_section("statuses:\n  now:\n    medication_request: [draft]"),
       "V0805@5:26 `draft` is not a status that can count here"},
      {with_section("statuses:\n  Now:\n    condition: [active]"), "V0206@4:3 `Now` is not an id"},
      {with_section("statuses:\n  now:\n    observations: [final]"), "V0201@5:5 `observations` is not a key here"},
      {with_section("statuses:\n  now:\n    observation: [registered]"),
       "V0805@5:19 `registered` is not a status that can count here"},
      {with_section("medicine_classes:\n  nsaid: {}"), "V0805@4:3 `nsaid` has no code"},
      {with_section("medicine_classes:\n  nsaid: {ndc: [\"1\"]}"), "V0201@4:11 `ndc` is not a key here"},
      {with_section("answers:\n  maybe: []"), "V0201@4:3 `maybe` is not a key here"},
      {with_section("answers:\n  yes: [{system: snomed, code: \"1\"}]\n  no: [{system: snomed, code: \"1\"}]"),
       "V0205@5:8 `1` has a meaning already"},
      {with_section("no_known_allergies: [{system: snomed}]"), "V0202@3:22 `code` is missing"},
      {with_section("encounter_diagnoses: {within: soon}"), "V0211@3:31 `soon` is not a time"},
  };
  for (const MappingCase& row : rows) EXPECT_EQ(problems_of(row.yaml), row.problems) << row.yaml;
}

TEST(MappingTest, ARetiredCodeNeedsASuccessorThatIsRead) {
  const std::string fever = with_fact("fever: {condition: now}") + "retired_codes:\n";
  EXPECT_EQ(problems_of(fever + "  - {system: icd10cm, code: R50, read_as: R50.9, because: x}\n"), "-");
  EXPECT_EQ(problems_of(fever + "  - {system: icd10cm, code: R50, read_as: R51, because: x}\n"),
            "V0805@9:43 no fact that is read has the code `R51` of `icd10cm`");
  EXPECT_EQ(problems_of(fever + "  - {system: icd10cm, code: R50, read_as: K27.9, because: x}\n"),
            "V0805@9:43 no fact that is read has the code `K27.9` of `icd10cm`");
  EXPECT_EQ(problems_of(fever + "  - {system: snomed, code: \"386\", read_as: \"386\", because: x}\n"),
            "V0205@9:28 `386` has a meaning already");
  EXPECT_EQ(problems_of(fever + "  - {system: icd10cm, code: R50, read_as: R50.9}\n"),
            "V0202@9:5 `because` is missing");
}

TEST(MappingTest, EveryProblemIsReportedAtOnce) {
  EXPECT_EQ(problems_of(with_fact("fevr: {condition: now}\n  age: {patient: gender}\n  cancer: {condition: later}")),
            "V0805@7:3 `fevr` is not a fact of the vocabulary; "
            "V0805@8:18 `gender` is not read from a Patient; "
            "V0204@9:23 `later` is not a name under `statuses`");
}

TEST(MappingTest, ANameThatIsCloseIsSuggested) {
  const MappingText read = mapping_from(with_fact("fevr: {condition: now}"));
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(read.diagnostics[0].help, "did you mean `fever`?");
}

TEST(MappingTest, TheReaderIsAsStrictAsForRules) {
  EXPECT_NE(problems_of(std::string{head} + "facts: &x {}\n").find("V0108@3:"), std::string::npos);
  EXPECT_NE(problems_of(std::string{head} + "version: 2\n").find("V0107@3:"), std::string::npos);
}

// A copy that broke off: read as far as it is whole, or refused.
TEST(MappingTest, TheShippedMappingCutAnywhereIsReadOrRefused) {
  const std::string folder = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
  const auto rules = load_rule_set(folder, "default").rule_set;
  ASSERT_TRUE(rules);
  const auto vocabulary = facts(*rules);
  std::ifstream stream{folder + "/fhir_mapping.yaml", std::ios::binary};
  const std::string whole{std::istreambuf_iterator<char>{stream}, {}};
  ASSERT_GT(whole.size(), 1000U);
  for (std::size_t bytes = 0; bytes < whole.size(); bytes += 7) {
    base::Files files;
    base::Reporter reporter{files};
    const int file = files.add("mapping.yaml", whole.substr(0, bytes));
    const auto node = document::read(files, file, document::Format::yaml, reporter);
    ASSERT_NE(node.has_value(), reporter.has_errors()) << "cut at byte " << bytes;
    if (!node) continue;
    const auto state = read_mapping({&*node, 1}, vocabulary, reporter);
    ASSERT_TRUE(state.has_value() || reporter.has_errors()) << "cut at byte " << bytes;
  }
}

}  // namespace
}  // namespace vertebra::fhir::testing
