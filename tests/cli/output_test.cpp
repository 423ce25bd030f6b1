#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <vertebra/version.hpp>

#include "cli/cli_case.hpp"

namespace vertebra::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

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
}  // namespace vertebra::test
