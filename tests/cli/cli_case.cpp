#include "cli/cli_case.hpp"

namespace vertebra::test {
namespace {

void expect_text(const std::string& text, const std::string& part) {
  if (part.empty()) {
    EXPECT_EQ(text, "");
  } else {
    EXPECT_THAT(text, testing::HasSubstr(part));
  }
}

}  // namespace

void PrintTo(const CliCase& row, std::ostream* out) { *out << row.name; }

std::string named(const testing::TestParamInfo<CliCase>& row) { return row.param.name; }

std::vector<std::string> placed(std::vector<std::string> words) {
  const std::string folder = VERTEBRA_SOURCE_DIR "/tests/cli/data";
  for (std::string& word : words)
    if (word.starts_with('@')) word = folder + word.substr(1);
  return words;
}

TEST_P(Cli, AnswersAsPromised) {
  const CliCase& row = GetParam();
  const Ran run = run_vertebra(placed(row.words), {.in = row.in});
  EXPECT_EQ(run.exit, row.exit) << run.out << run.err;
  expect_text(run.out, row.out);
  expect_text(run.err, row.err);
}

}  // namespace vertebra::test
