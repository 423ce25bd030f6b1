#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vertebra/version.hpp>

#include "cli/program.hpp"

// The program as a user meets it: arguments in; exit status, standard output and standard error out.
namespace vertebra {
namespace {

using test::Output;
using test::Ran;
using test::run_vertebra;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct CliCase {
  std::string name;
  std::vector<std::string> words;  // "@" stands for the folder of test data.
  int exit;
  std::string out;  // Standard output holds this; it is empty where this is.
  std::string err;  // The same for standard error.
  std::string in{};
};

std::string at_its_place(const std::string& word) {
  const std::string folder = VERTEBRA_SOURCE_DIR "/tests/cli/data";
  return word.starts_with('@') ? folder + word.substr(1) : word;
}

std::vector<std::string> placed(std::vector<std::string> words) {
  for (auto& word : words) word = at_its_place(word);
  return words;
}

void expect_text(const std::string& text, const std::string& part) {
  if (part.empty()) {
    EXPECT_EQ(text, "");
  } else {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

void PrintTo(const CliCase& row, std::ostream* out) { *out << row.name; }

std::string named(const testing::TestParamInfo<CliCase>& row) { return row.param.name; }

class Cli : public testing::TestWithParam<CliCase> {};

TEST_P(Cli, AnswersAsPromised) {
  const auto& row = GetParam();
  const Ran run = run_vertebra(placed(row.words), {.in = row.in});
  EXPECT_EQ(run.exit, row.exit) << run.out << run.err;
  expect_text(run.out, row.out);
  expect_text(run.err, row.err);
}

const std::vector<CliCase> use{
    {"NothingGiven", {}, 2, "", "Usage: vertebra COMMAND"},
    {"Help", {"--help"}, 0, "say what a rule set advises for one patient", ""},
    {"ShortHelp", {"-h"}, 0, "Usage: vertebra COMMAND", ""},
    {"MisspeltCommand", {"evalute"}, 2, "", "`evalute` is not a command\n   help: did you mean `evaluate`?\n"},
    {"StrangeCommand", {"dance"}, 2, "", "`dance` is not a command\n   help: see `vertebra --help`\n"},
    {"EvaluateHelp", {"evaluate", "--help"}, 0, "Example:\n  vertebra evaluate --rules", ""},
    {"CheckHelp", {"check", "--help"}, 0, "Example:\n  vertebra check --rules", ""},
    {"GraphHelp", {"graph", "--help"}, 0, "Example:\n  vertebra graph --rules", ""},
    {"ExplainHelp", {"explain", "--help"}, 0, "Usage: vertebra explain [CODE...]\n", ""},
    {"CheckOptionThatRepeats", {"check", "--help"}, 0, "[--error-on CODE]...", ""},
    {"MisspeltCode", {"explain", "V0924"}, 2, "", "`V0924` is not the code of a problem\n   help: did you mean `V"},
    {"MisspeltCodeName", {"explain", "unknown-nam"}, 2, "", "did you mean `unknown-name`?"},
    {"ErrorOnNoCode", {"check", "--rules", "@/rules", "--error-on", "V06O1"}, 2, "", "did you mean `V0601`?"},
    {"CheckInAStrangeForm", {"check", "--rules", "@/rules", "--format", "xml"}, 2, "", "`text`, `json`, `sarif`"},
    {"CheckOnNoSuchDay", {"check", "--rules", "@/rules", "--as-of", "today"}, 2, "", "`today` is not a day"},
    {"AroundAndFact",
     {"graph", "--rules", "@/rules", "--around", "heat", "--fact", "fever"},
     2,
     "",
     "`--around` and `--fact` do not go together"},
    {"AroundNothing", {"graph", "--rules", "@/rules", "--around", "heet"}, 2, "", "did you mean `heat`?"},
    {"OfNoFact", {"graph", "--rules", "@/rules", "--fact", "fevr"}, 2, "", "`fevr` is not a fact of this profile"},
    {"MisspeltOption",
     {"evaluate", "--profil", "x"},
     2,
     "",
     "`--profil` is not an option\n   help: did you mean `--profile`?"},
    {"NoGuessing", {"check", "--rule", "@/rules"}, 2, "", "did you mean `--rules`?"},
    {"StrangeOption", {"check", "--zzzzzzzz"}, 2, "", "see `vertebra check --help`"},
    {"MissingRules", {"check"}, 2, "", "`--rules` is missing"},
    {"NoPatientAtAll",
     {"evaluate", "--rules", "@/rules"},
     2,
     "",
     "there is no patient to evaluate\n   help: give answers"},
    {"MissingValue", {"check", "--rules"}, 2, "", "`--rules` needs a value"},
    {"GivenTwice", {"check", "--rules", "@/rules", "--rules", "@/rules"}, 2, "", "`--rules` is given twice"},
    {"ExtraWord", {"check", "more", "--rules", "@/rules"}, 2, "", "`more` is not expected here"},
    {"MisspeltFormat",
     {"evaluate", "--rules", "@/rules", "--patient", "-", "--format", "jsn"},
     2,
     "",
     "did you mean `json`?"},
    {"StrangeFormat",
     {"graph", "--rules", "@/rules", "--format", "painting"},
     2,
     "",
     "choose one of `dot`, `mermaid`, `svg`"},
    {"NoSuchDay",
     {"evaluate", "--rules", "@/rules", "--patient", "-", "--as-of", "2026-02-30"},
     2,
     "",
     "`2026-02-30` is not a day of the calendar"},
};
INSTANTIATE_TEST_SUITE_P(Use, Cli, testing::ValuesIn(use), named);

const std::vector<CliCase> files{
    {"NoSuchFolder",
     {"check", "--rules", "@/nowhere"},
     2,
     "",
     "/nowhere: error[V0101 unreadable-file]: the folder of rules cannot be read: it does not exist"},
    {"FileForAFolder", {"graph", "--rules", "@/well.yaml"}, 2, "", "it is not a folder"},
    {"FileForAFolderOrImage",
     {"evaluate", "--rules", "@/well.yaml", "--patient", "@/well.yaml"},
     2,
     "",
     "the file is not a compiled rule set"},
    {"NoSuchPatient",
     {"evaluate", "--rules", "@/rules", "--patient", "@/nobody.yaml"},
     2,
     "",
     "/nobody.yaml: error[V0101 unreadable-file]: the file cannot be read: it does not exist"},
    {"FolderForAPatient", {"evaluate", "--rules", "@/rules", "--patient", "@/rules"}, 2, "", "it is a folder"},
    {"UnwritableOutput",
     {"graph", "--rules", "@/rules", "--output", "@/nowhere/graph.dot"},
     2,
     "",
     "the file cannot be written: it does not exist"},
};
INSTANTIATE_TEST_SUITE_P(Files, Cli, testing::ValuesIn(files), named);

const std::vector<CliCase> work{
    {"CheckFindsNothing", {"check", "--rules", "@/rules"}, 0, "no problems in 3 files\n", ""},
    {"CheckFindsAnError", {"check", "--rules", "@/broken"}, 1, "1 error in 2 files\n", "did you mean `fever`?"},
    {"BrokenRules",
     {"evaluate", "--rules", "@/broken", "--patient", "@/well.yaml"},
     1,
     "",
     "[V0204 unknown-name]: `fevr`"},
    {"UnknownProfile",
     {"evaluate", "--rules", "@/rules", "--profile", "other", "--patient", "@/well.yaml"},
     1,
     "",
     "choose `default` or `small_guide`"},
    {"MisspeltFact",
     {"evaluate", "--rules", "@/rules", "--patient", "@/misspelt.yaml"},
     1,
     "",
     "misspelt.yaml:1:1: error[V0701 unknown-fact]"},
    {"Text",
     {"evaluate", "--rules", "@/rules", "--patient", "@/well.yaml", "--as-of", "2026-01-31"},
     0,
     "Profile default as of 2026-01-31: small_guide 1.2.3\n\nCARE\n  Care for yourself at home\n",
     ""},
    {"JsonForm",
     {"evaluate", "--rules", "@/rules", "--patient", "@/feverish.json", "--as-of", "2026-01-31", "--format", "json"},
     0,
     R"("care":{"least":"same_day","most":"same_day"})",
     ""},
    {"GuideAlone",
     {"evaluate", "--rules", "@/rules", "--profile", "small_guide", "--patient", "@/well.yaml"},
     0,
     "Profile small_guide as of ",
     ""},
    {"PatientFromStdin",
     {"evaluate", "--rules", "@/rules", "--patient", "-"},
     0,
     "CARE\n  Care for yourself at home\n",
     "",
     "fever: no\n"},
    {"JsonFromStdin",
     {"evaluate", "--rules", "@/rules", "--patient", "-"},
     0,
     "CARE\n  Speak to a clinician today\n",
     "",
     " {\"fever\": true}"},
    {"BadStdin",
     {"evaluate", "--rules", "@/rules", "--patient", "-"},
     1,
     "",
     "stdin:1:1: error[V0701 unknown-fact]",
     "fevr: no\n"},
    {"TooLargePatient",
     {"evaluate", "--rules", "@/rules", "--patient", "-"},
     1,
     "",
     "stdin: error[V0102 too-large]: the file is larger than 4 MiB",
     std::string((std::size_t{4} << 20) + 1, '#')},
    {"WithAnOverlayOfTheSite",
     {"evaluate", "--rules", "@/rules", "--site", "@/our_clinic.yaml", "--patient", "@/well.yaml", "--as-of",
      "2026-01-31"},
     0,
     "small_guide 1.2.3\nour_clinic changes small_guide: withdraw rest\n",
     ""},
    {"CheckCountsTheFilesOfTheSite",
     {"check", "--rules", "@/rules", "--site", "@/our_clinic.yaml"},
     0,
     "no problems in 4 files\n",
     ""},
    {"NoSuchSite",
     {"check", "--rules", "@/rules", "--site", "@/nowhere.yaml"},
     2,
     "1 error in 3 files\n",
     "/nowhere.yaml: error[V0101 unreadable-file]: the file cannot be opened"},
    {"UnknownLanguage",
     {"evaluate", "--rules", "@/rules", "--language", "fr", "--patient", "@/well.yaml"},
     1,
     "",
     "error[V0211 bad-value]: `fr` is not a language of this rule set\n   help: choose `en`\n"},
    {"Dot", {"graph", "--rules", "@/rules"}, 0, "digraph", ""},
    {"ExplainByCode", {"explain", "V0204"}, 0, "V0204 unknown-name (error)\n\nA name that nothing has.\n", ""},
    {"ExplainTwo", {"explain", "V0204", "V0205"}, 0, "V0205 duplicate-id (error)", ""},
    {"ExplainByName", {"explain", "unused"}, 0, "V0601 unused (warning)\n", ""},
    {"ExplainShowsAnExample", {"explain", "V0302"}, 0, "Mended:\n\n  scope: fever or (leg_pain", ""},
    {"ExplainAll", {"explain"}, 0, "V0311  circle: Conditions or groups that rest on themselves.\n", ""},
    {"CheckFindsWarnings", {"check", "--rules", "@/warned"}, 0, "2 warnings in 3 files\n", "`ill`"},
    {"ErrorOnAWarning",
     {"check", "--rules", "@/warned", "--error-on", "V0602", "--error-on", "V0601"},
     1,
     "2 errors in 3 files\n",
     "error[V0601 unused]"},
    {"ErrorOnAnother",
     {"check", "--rules", "@/warned", "--error-on", "V0602"},
     0,
     "2 warnings in 3 files\n",
     "`weary`"},
    {"CheckAsJson",
     {"check", "--rules", "@/warned", "--format", "json"},
     0,
     R"({"diagnostics":[{"severity":"warning","code":"V0601","name":"unused","file":")",
     ""},
    {"CheckAsSarif", {"check", "--rules", "@/warned", "--format", "sarif"}, 0, R"("version":"2.1.0","runs":[)", ""},
    {"ErrorsAsSarif",
     {"check", "--rules", "@/broken", "--format", "sarif"},
     1,
     R"("ruleId":"V0204","ruleIndex":0)",
     ""},
    {"NoBaseline", {"check", "--rules", "@/rules", "--baseline", "@/nowhere"}, 2, "", "it does not exist"},
    {"StrangeBaseline",
     {"check", "--rules", "@/rules", "--baseline", "@/well.yaml"},
     2,
     "",
     "is not of a baseline\n   help: write it anew with --write-baseline"},
    {"Codes", {"codes", "--rules", "@/warned"}, 0, "heat                            snomed   386661006  V\n", ""},
    {"CodesThatAreOnlyListed", {"codes", "--rules", "@/warned"}, 0, "icd10cm  R50.9  U  (listed only)\n", ""},
    {"CodesSayWhatIsEmitted", {"codes", "--rules", "@/warned"}, 0, "Only V and C are emitted", ""},
    {"CodesOfNothing", {"codes", "--rules", "@/warned"}, 0, "rest                            no code\n", ""},
    {"MarksOfSources",
     {"codes", "--rules", "@/warned"},
     0,
     "  small_guide 1.2.3\n    citation: Invented\n"
     "    GK  S1      red_flags.feverish, treatments.heat, treatments.heat.arguments.early, treatments.rest\n",
     ""},
    {"CodesAsJson",
     {"codes", "--rules", "@/warned", "--format", "json"},
     0,
     R"({"id":"heat","codes":[{"system":"snomed","code":"386661006","mark":"V","emitted":true},)"
     R"({"system":"icd10cm","code":"R50.9","mark":"U","emitted":false}]})",
     ""},
    {"SourcesAsJson",
     {"codes", "--rules", "@/warned", "--format", "json"},
     0,
     R"("attributes":{"citation":"Invented"},"sources":[{"id":"S1","mark":"GK","rules":["red_flags.feverish",)",
     ""},
    {"AroundATreatment", {"graph", "--rules", "@/rules", "--around", "heat"}, 0, "digraph", ""},
    {"Mermaid", {"graph", "--rules", "@/rules", "--format", "mermaid"}, 0, "flowchart", ""},
};
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
INSTANTIATE_TEST_SUITE_P(Work, Cli, testing::ValuesIn(work), named);

TEST(CliRecord, WritesWhatWasReadForPrograms) {
  const std::string path = (std::filesystem::temp_directory_path() / "vertebra_cli_report.json").string();
  const Ran run = run_vertebra(placed(with_record("back_pain.json", {"--fhir-report", path})));
  EXPECT_EQ(run.exit, 0) << run.err;
  std::ifstream file{path};
  const std::string report{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_THAT(report, testing::StartsWith(R"({"vertebra":"1","facts":[{"fact":"lbp_present","answer":"yes")"));
  std::filesystem::remove(path);
}

// 3 days without a fever: heat and rest are offered, heat with 28 points.
const std::vector<CliCase> cases{
    {"CasesPass",
     {"test", "--rules", "@/rules", "@/cases.yaml"},
     0,
     "2 cases, 2 passed, 0 failed\ncoverage 66.66%: 4 of 6 outcomes of 2 rules\n",
     ""},
    {"ACaseFails",
     {"test", "--rules", "@/rules", "@/cases.yaml", "@/failing_cases.yaml"},
     1,
     "a_fever_is_missed (default)\n  care: expected self_care, but it is same_day\n",
     ""},
    {"EnoughCoverage", {"test", "--rules", "@/rules", "@/cases.yaml", "--min-coverage", "66.66"}, 0, "66.66%", ""},
    {"TooLittleCoverage",
     {"test", "--rules", "@/rules", "@/cases.yaml", "--min-coverage", "66.67"},
     1,
     "never seen:",
     "coverage is less than --min-coverage asks for\n"},
    {"NoCases", {"test", "--rules", "@/rules"}, 1, "0 cases", "there are no cases to run"},
    {"CasesOfASite", {"test", "--rules", "@/rules", "--site", "@/clinic"}, 0, "1 case, 1 passed, 0 failed\n", ""},
    // The rules' own case expects that resting is offered.
    {"CasesOfTheRulesAtASite",
     {"test", "--rules", "@/rules", "--site", "@/clinic", "@/cases.yaml"},
     1,
     "three_days (default)\n  offered: expected rest\n",
     ""},
    {"NoCasesOfASite",
     {"test", "--rules", "@/rules", "--site", "@/our_clinic.yaml"},
     1,
     "0 cases",
     "do not speak of what your site changes"},
    {"CasesOfAnotherProfile",
     {"test", "--rules", "@/rules", "--profile", "small_guide", "@/cases.yaml"},
     1,
     "0 cases",
     "there are no cases to run"},
    {"UnknownProfileOfCases",
     {"test", "--rules", "@/rules", "--profile", "other", "@/cases.yaml"},
     1,
     "",
     "`other` is neither a profile nor a guide"},
    {"BrokenCases", {"test", "--rules", "@/rules", "@/broken_cases.yaml"}, 1, "", "did you mean `feverish`?"},
    {"NotCases", {"test", "--rules", "@/rules", "@/rules/guide.yaml"}, 1, "", "this is not a file of cases"},
    {"NoSuchCases", {"test", "--rules", "@/rules", "@/nowhere.yaml"}, 2, "", "it does not exist"},
    {"CasesAsJunit",
     {"test", "--rules", "@/rules", "@/cases.yaml", "--format", "junit"},
     0,
     "<testsuites name=\"vertebra\" tests=\"2\" failures=\"0\" errors=\"0\">",
     ""},
    {"CasesAsJson", {"test", "--rules", "@/rules", "@/cases.yaml", "--format", "json"}, 0, "\"failed\":0", ""},
    {"NoPercentage", {"test", "--rules", "@/rules", "--min-coverage", "101"}, 2, "", "`101` is not a percentage"},
    {"UnwritablePage",
     {"test", "--rules", "@/rules", "@/cases.yaml", "--coverage-html", "@/nowhere/page.html"},
     2,
     "",
     "the file cannot be written"},
    {"TestHelp", {"test", "--help"}, 0, "[CASEFILE...]", ""},
    {"AsCase",
     {"evaluate", "--rules", "@/rules", "--patient", "@/well.yaml", "--as-of", "2026-01-31", "--as-case", "well"},
     0,
     "cases: small\nprofile: default\n\ncases:\n  well:\n    given: {",
     ""},
    {"AsCaseWithABadName",
     {"evaluate", "--rules", "@/rules", "--patient", "@/well.yaml", "--as-case", "Well done"},
     2,
     "",
     "`Well done` cannot name a case"},
};
INSTANTIATE_TEST_SUITE_P(Cases, Cli, testing::ValuesIn(cases), named);

const std::vector<std::string> check_rules{"check", "--rules", "@/rules"};

TEST(CliOutput, GivesTheVersionOfItsHeaders) {
  const std::string version = std::to_string(VERTEBRA_VERSION_MAJOR) + "." + std::to_string(VERTEBRA_VERSION_MINOR) +
                              "." + std::to_string(VERTEBRA_VERSION_PATCH);
  EXPECT_EQ(run_vertebra({"--version"}).out, "vertebra " + version + "\n");
}

TEST(CliOutput, ReportsAFullDisk) {
  const Ran run = run_vertebra(placed(check_rules), {.output = Output::full_disk});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("the output could not be written"));
}

TEST(CliOutput, ReportsAReaderThatWentAway) {
  const Ran run = run_vertebra(placed(check_rules), {.output = Output::closed_pipe});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("the output could not be written"));
}

TEST(CliOutput, HasNoColourOutsideATerminal) {
  const Ran run = run_vertebra(placed({"evaluate", "--rules", "@/rules", "--patient", "@/feverish.json"}));
  EXPECT_THAT(run.out, Not(HasSubstr("\x1b")));
}

TEST(CliOutput, WritesAGraphToAFileAndNothingElse) {
  const auto file = std::filesystem::path{testing::TempDir()} / "vertebra_cli_test.mmd";
  const Ran run =
      run_vertebra(placed({"graph", "--rules", "@/rules", "--format", "mermaid", "--output", file.string()}));
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, IsEmpty());
  std::ifstream written{file};
  EXPECT_THAT((std::string{std::istreambuf_iterator<char>{written}, {}}), HasSubstr("flowchart"));
  std::filesystem::remove(file);
}

TEST(CliOutput, SaysWhenGraphvizIsMissing) {
  const Ran run =
      run_vertebra(placed({"graph", "--rules", "@/rules", "--format", "svg"}), {.environment = {"PATH=/nonexistent"}});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("`dot` of Graphviz is not installed\n   help: install Graphviz"));
}

TEST(CliOutput, DrawsWithGraphvizWhereItIsInstalled) {
  const char* path = std::getenv("PATH");
  const Ran run = run_vertebra(placed({"graph", "--rules", "@/rules", "--format", "svg"}),
                               {.environment = {std::string{"PATH="} + (path == nullptr ? "" : path)}});
  if (run.err.find("is not installed") != std::string::npos) GTEST_SKIP() << "Graphviz is not installed";
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("<svg"));
}

}  // namespace
}  // namespace vertebra
