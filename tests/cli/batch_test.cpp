#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/rule_folder.hpp"

namespace vertebra {
namespace {

using test::Ran;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string source = VERTEBRA_SOURCE_DIR;
const std::string example = source + "/examples/data/patients.csv";

// A folder for the files of one test, empty at first.
class BatchProgram : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
  std::string text(const std::string& name) const {
    std::ifstream file{path(name), std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  bool exists(const std::string& name) const { return std::filesystem::exists(path(name)); }

  static Ran run(std::vector<std::string> words, const test::Setting& setting = {}) {
    std::vector<std::string> all{"batch", "--rules", source + "/rules/low_back_pain", "--as-of", "2026-01-31"};
    all.insert(all.end(), words.begin(), words.end());
    return test::run_vertebra(all, setting);
  }

 private:
  support::RuleFolder folder_{support::RuleFiles{}};
};

long lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

TEST_F(BatchProgram, WritesALineAPatientAndASummary) {
  const Ran ran = run({"--input", example, "--output", path("advice.csv"), "--parts", "care,ranks"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("5 patients evaluated, 0 lines rejected\n"));
  EXPECT_THAT(ran.out, HasSubstr("Facts most missed"));
  EXPECT_THAT(text("advice.csv"), StartsWith("as_of,hash,line,id,care_least,care_most,"));
  EXPECT_EQ(lines(text("advice.csv")), 6);
  EXPECT_FALSE(exists("advice.csv.new"));
}

TEST_F(BatchProgram, GivesTheSameThroughStandardStreamsAndThreads) {
  ASSERT_EQ(run({"--input", example, "--output", path("advice.csv")}).exit, 0);
  std::ifstream file{example};
  const Ran ran = run({"--input", "-", "--threads", "3"}, {.in = {std::istreambuf_iterator<char>{file}, {}}});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.out, text("advice.csv"));
  EXPECT_THAT(ran.err, StartsWith("5 patients evaluated")) << "beside the lines, not among them";
}

TEST_F(BatchProgram, TellsAndKeepsWhatItRejects) {
  const std::string input = "{\"id\":\"a\",\"age\":40}\n{\"id\":\"b\",\"age\":400}\n{\"id\":\"c\"\n";
  const Ran ran =
      run({"--input", "-", "--from", "ndjson", "--to", "ndjson", "--rejects", path("rejects.csv")}, {.in = input});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(lines(ran.out), 1);
  EXPECT_THAT(ran.err, HasSubstr("stdin:2:17: error[V0704"));
  EXPECT_THAT(ran.err, HasSubstr("stdin:3:"));
  EXPECT_THAT(ran.err, HasSubstr("1 patient evaluated, 2 lines rejected"));
  EXPECT_THAT(text("rejects.csv"), HasSubstr("\n2,17,V0704,"));
  EXPECT_EQ(lines(text("rejects.csv")), 3);
}

TEST_F(BatchProgram, ReadsARecordALine) {
  std::ifstream file{source + "/examples/data/acute_bundle.json"};
  std::string record{std::istreambuf_iterator<char>{file}, {}};
  std::erase(record, '\n');
  const Ran ran = run({"--input", "-", "--from", "fhir", "--parts", "care"}, {.in = record + "\n{}\n" + record + "\n"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(lines(ran.out), 3);
  EXPECT_THAT(ran.err, HasSubstr("stdin:2"));
  const Ran one = test::run_vertebra({"evaluate", "--rules", source + "/rules/low_back_pain", "--as-of", "2026-01-31",
                                      "--format", "json", "--fhir", source + "/examples/data/acute_bundle.json"});
  const std::string before = "\"care\":{\"least\":\"";
  const std::size_t at = one.out.find(before) + before.size();
  const std::string least = one.out.substr(at, one.out.find('"', at) - at);
  EXPECT_THAT(ran.out, HasSubstr("," + least + ","));
}

TEST_F(BatchProgram, LeavesNothingWhereTheHeaderDoesNotFit) {
  const Ran ran = run({"--input", "-", "--output", path("advice.csv"), "--rejects", path("rejects.csv")},
                      {.in = "id,ages\n1,40\n"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.err, HasSubstr("stdin:1:4: error[V0701 unknown-fact]: `ages` is not a fact"));
  EXPECT_THAT(ran.err, HasSubstr("did you mean `age`?"));
  EXPECT_FALSE(exists("advice.csv") || exists("advice.csv.new") || exists("rejects.csv") || exists("rejects.csv.new"));
}

TEST_F(BatchProgram, SaysWhatIsWrongWithItsOptions) {
  const struct {
    std::vector<std::string> words;
    std::string said;
  } mistakes[] = {
      {{"--input", example, "--threads", "0"}, "`0` is no number of threads"},
      {{"--input", example, "--threads", "many"}, "`many` is no number of threads"},
      {{"--input", example, "--parts", "care,rank"}, "`rank`"},
      {{"--input", example, "--from", "tsv"}, "`tsv`"},
      {{"--input", path("nothing.csv")}, "cannot be read"},
      {{"--input", source}, "cannot be read"},
      {{"--input", example, "--output", path("no/folder/advice.csv")}, "cannot be written"},
  };
  for (const auto& each : mistakes) {
    const Ran ran = run(each.words);
    EXPECT_EQ(ran.exit, 2) << each.said;
    EXPECT_THAT(ran.err, HasSubstr(each.said));
    EXPECT_THAT(ran.out, IsEmpty());
  }
}

TEST_F(BatchProgram, SaysSoWhenTheDiskIsFull) {
  const Ran ran = run({"--input", example}, {.output = test::Output::full_disk});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("the output could not be written"));
}

}  // namespace
}  // namespace vertebra
