#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

// What must never be taken: each file here is refused by the program with its place, its cause and a next step, exit code 1,
// and not a word of advice. The files are written for the test into a folder of their own.
namespace vertebra {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const fs::path data = fs::path{VERTEBRA_SOURCE_DIR} / "tests/cli/data";

struct Bad {
  std::string name;
  std::string text;
  std::string place;  // "3:5", or empty for the file as a whole.
  std::string cause;  // "V0107 duplicate-key"
  std::string help;   // Some words of the next step.
};

void PrintTo(const Bad& row, std::ostream* out) { *out << row.name; }
std::string named(const testing::TestParamInfo<Bad>& row) { return row.param.name; }

std::string repeated(std::string_view piece, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += piece;
  return result;
}

class BadFile : public testing::TestWithParam<Bad> {
 protected:
  BadFile() : folder_{fs::path{testing::TempDir()} / ("vertebra_bad_" + GetParam().name)} {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::copy(data / "rules", folder_ / "rules");
  }
  ~BadFile() override { fs::remove_all(folder_); }

  std::string write(const std::string& name) const {
    std::ofstream{folder_ / name, std::ios::binary} << GetParam().text;
    return (folder_ / name).string();
  }

  std::string rules() const { return (folder_ / "rules").string(); }

  static void expect_refused(const test::Ran& run, const std::string& file) {
    const Bad& row = GetParam();
    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.out, IsEmpty());
    const std::string place = row.place.empty() ? file : file + ":" + row.place;
    EXPECT_THAT(run.err, HasSubstr(place + ": error[" + row.cause + "]: "));
    EXPECT_THAT(run.err, HasSubstr("   help: "));
    EXPECT_THAT(run.err, HasSubstr(row.help));
  }

  fs::path folder_;
};

class BadRules : public BadFile {};

TEST_P(BadRules, AreRefusedWhole) {
  const std::string file = write("rules/odd.yaml");
  const std::string patient = (data / "well.yaml").string();
  expect_refused(test::run_vertebra({"evaluate", "--rules", rules(), "--patient", patient}), file);
}

const std::string head = "guide: small_guide\n";

const std::vector<Bad> rules{
    {"Nothing", "", "", "V0110 empty-document", "is written `{}`"},
    {"CutInAValue", head + "sources:\n  S2: {says: \"Warmth he", "3:14", "V0105 syntax", "quote"},
    {"CutInAList", head + "notices:\n  n: {says: N, source: [S1", "3:24", "V0105 syntax", "close it"},
    {"CutAfterAKey", head + "notices:\n  n:", "3:3", "V0112 empty-value", "write one after the colon"},
    {"CutInAKey", head + "noti", "2:1", "V0112 empty-value", "write `key: value`"},
    {"TooLarge", head + repeated("# a line of 32 bytes and no more\n", 128 * 1024), "", "V0102 too-large", "split it"},
    {"TooDeep", head + "notices: " + repeated("[", 50) + repeated("]", 50), "2:41", "V0106 too-deep", "check brackets"},
    {"TooDeepByFar", repeated("[", 100'000), "1:33", "V0106 too-deep", "check brackets"},
    {"TooManySigns", head + "notices: [" + repeated("a,", 300'000) + "a]", "2:10", "V0102 too-large", "as a block"},
    {"Alias", head + "a: &x [1]\nb: *x\n", "3:4", "V0108 forbidden-yaml", "write out what it stands for"},
    {"EndlessAlias", "&a [*a]", "1:5", "V0108 forbidden-yaml", "write out what it stands for"},
    {"Tag", head + "notices: !!map {}\n", "2:10", "V0108 forbidden-yaml", "leave it out"},
    {"Tab", head + "notices:\n\tn: 1\n", "3:1", "V0104 forbidden-character", "use spaces"},
    {"DuplicateKey", head + "notices: {}\nnotices: {}\n", "3:1", "V0107 duplicate-key", "keep one of the two"},
    {"SecondDocument", head + "---\n" + head, "2:1", "V0109 second-document", "move it to another"},
    {"CommaAlone", ",", "1:1", "V0109 second-document", "a file holds one"},
    {"CommaInAFile", head + ",\n", "2:1", "V0105 syntax", "begin in the same column"},
    {"InvalidUtf8", head + "title: caf\xE9\n", "2:11", "V0103 invalid-utf8", "UTF-8"},
    {"NoValue", head + "title: null\n", "2:1", "V0112 empty-value", "leave the key out"},
};
INSTANTIATE_TEST_SUITE_P(Each, BadRules, testing::ValuesIn(rules), named);

class BadPatient : public BadFile {};

TEST_P(BadPatient, IsRefusedWhole) {
  const std::string file = write("answers.yaml");
  expect_refused(test::run_vertebra({"evaluate", "--rules", rules(), "--patient", file}), file);
}

const std::vector<Bad> patients{
    {"UnknownFact", "fever: no\nfevr: no\n", "2:1", "V0701 unknown-fact", "did you mean `fever`?"},
    {"WrongUnit", "pain_duration: 3 kg\n", "1:16", "V0703 answer-unit", "`d`"},
    {"OutOfRange", "pain_duration: 40000 d\n", "1:16", "V0704 answer-out-of-range", "36500"},
    {"BelowItsRange", "pain_duration: -1 d\n", "1:16", "V0704 answer-out-of-range", "0"},
    {"NotANumber", "pain_duration: NaN\n", "1:16", "V0702 wrong-answer-type", "number"},
    {"NotANumberInYaml", "pain_duration: .nan\n", "1:16", "V0308 bad-number", "number"},
    {"Infinite", "pain_duration: 1e999\n", "1:16", "V0308 bad-number", "number"},
    {"DecimalComma", "pain_duration: 1,5 d\n", "1:16", "V0308 bad-number", "number"},
    {"WrongType", "fever: 38\n", "1:8", "V0702 wrong-answer-type", "yes"},
    {"Twice", "fever: no\nfever: yes\n", "2:1", "V0107 duplicate-key", "keep one"},
    {"AList", "- fever\n", "1:1", "V0203 wrong-type", "fever: no"},
    {"Nothing", "", "", "V0110 empty-document", "is written `{}`"},
};
INSTANTIATE_TEST_SUITE_P(Each, BadPatient, testing::ValuesIn(patients), named);

class BadRecord : public BadFile {};

TEST_P(BadRecord, IsRefusedWhole) {
  const std::string file = write("record.json");
  const std::string shipped = VERTEBRA_SOURCE_DIR "/rules/low_back_pain";
  expect_refused(test::run_vertebra({"evaluate", "--rules", shipped, "--fhir", file, "--as-of", "2026-01-31"}), file);
}

const std::vector<Bad> records{
    {"NotJson", "<Patient xmlns=\"http://hl7.org/fhir\"/>", "", "V0801 not-json", "only the JSON form of FHIR"},
    {"CutShort", "{\"resourceType\": \"Patient\",", "1:28", "V0801 not-json", "whole file was copied"},
    {"TwoValues", "{\"resourceType\": \"Patient\"} {}", "1:29", "V0801 not-json", "one bundle or resource"},
    {"NotFhir", "{\"name\": \"Ann\"}", "", "V0802 not-fhir", "give a Bundle"},
    {"NotEvenAnObject", "[1, 2]", "", "V0802 not-fhir", "give a Bundle"},
    {"Dstu2", R"({"resourceType": "Condition", "dateRecorded": "2015-01-01"})", "", "V0803 fhir-version", "FHIR R4"},
    {"Stu3", R"({"resourceType": "MedicationStatement", "taken": "y"})", "", "V0803 fhir-version", "FHIR R4"},
};
INSTANTIATE_TEST_SUITE_P(Each, BadRecord, testing::ValuesIn(records), named);

}  // namespace
}  // namespace vertebra
