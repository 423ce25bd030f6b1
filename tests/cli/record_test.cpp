#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/cli_case.hpp"

namespace vertebra::test {
namespace {

// A record through the shipped rules. 279039007 is low back pain; the answers of a patient file count over the record.
std::vector<std::string> with_record(const std::string& record, std::vector<std::string> more = {}) {
  std::vector<std::string> words{"evaluate",
                                 "--rules",
                                 VERTEBRA_SOURCE_DIR "/rules/low_back_pain",
                                 "--profile",
                                 "spine_pro",
                                 "--fhir",
                                 "@/records/" + record,
                                 "--as-of",
                                 "2026-01-31"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::vector<std::string> facts_of(const std::string& record, std::vector<std::string> more = {}) {
  std::vector<std::string> words = with_record(record, std::move(more));
  words.front() = "facts";
  return words;
}

const std::vector<CliCase> records{
    {"Found", with_record("back_pain.json"), 0, "  - lbp_present: Condition/c, code\n  - age: Patient/p, birthDate\n",
     ""},
    {"BesideJson", with_record("back_pain.json", {"--format", "json"}), 0, R"("care":{"least":"self_care")",
     "lbp_present: Condition/c, code"},
    {"AnswersCountOverIt", with_record("back_pain.json", {"--patient", "@/no_back_pain.yaml"}), 0,
     "CARE\n  Not assessed:", ""},
    {"NotJson", with_record("not_json.json"), 1, "", "not_json.json:1:28: error[V0801 not-json]"},
    {"NotFhir", with_record("not_fhir.json"), 1, "", "error[V0802 not-fhir]"},
    {"Dstu2", with_record("dstu2.json"), 1, "", "the record is FHIR DSTU2, which is not read"},
    {"Missing", with_record("missing.json"), 2, "", "error[V0101 unreadable-file]"},
    {"StillUnknown", with_record("back_pain.json"), 0, "\nSTILL UNKNOWN\n", ""},
    {"ReportNowhere", with_record("back_pain.json", {"--fhir-report", "/no/such/folder/report.json"}), 2, "",
     "the file cannot be written"},
    {"UnknownList", with_record("back_pain.json", {"--complete", "medications"}), 2, "", "did you mean `medication`?"},
    {"NoSuchPatient", with_record("back_pain.json", {"--patient-id", "nobody"}), 1, "", "nothing of the patient"},
    {"FactsAsAPatientFile", facts_of("back_pain.json"), 0,
     "lbp_present: yes                            # Condition/c code", ""},
    {"FactsAsJson", facts_of("back_pain.json", {"--format", "json"}), 0, R"({"vertebra":"1","facts":[)", ""},
    {"FactsOfNothing", {"facts", "--rules", "@/rules"}, 2, "", "`--fhir` is missing"},
    {"FactsByAnotherMapping", facts_of("back_pain.json", {"--mapping", "@/well.yaml"}), 1, "", "fhir_mapping"},
    {"FactsByAMappingFile",
     facts_of("back_pain.json", {"--mapping", VERTEBRA_SOURCE_DIR "/rules/low_back_pain/fhir_mapping.yaml"}), 0,
     "lbp_present: yes", ""},
    {"WithoutMapping", {"evaluate", "--rules", "@/rules", "--fhir", "@/records/back_pain.json"}, 1, "", "fhir_mapping"},
};
INSTANTIATE_TEST_SUITE_P(Record, Cli, testing::ValuesIn(records), named);

TEST(CliRecord, WritesWhatWasReadForPrograms) {
  const std::string path = (std::filesystem::temp_directory_path() / "vertebra_cli_report.json").string();
  const Ran run = run_vertebra(placed(with_record("back_pain.json", {"--fhir-report", path})));
  EXPECT_EQ(run.exit, 0) << run.err;
  std::ifstream file{path};
  const std::string report{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_THAT(report, testing::StartsWith(R"({"vertebra":"1","facts":[{"fact":"lbp_present","answer":"yes")"));
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace vertebra::test
