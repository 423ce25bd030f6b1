#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace vertebra {
namespace {

namespace fs = std::filesystem;
using test::Ran;
using test::run_vertebra;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A copy of a folder of rules that a test may change, and a place for a baseline.
class Baselines : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path{testing::TempDir()} /
            (std::string{"vertebra_baseline_"} + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(root_);
    fs::create_directories(root_);
    fs::copy(VERTEBRA_SOURCE_DIR "/tests/cli/data/warned", folder(), fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string folder() const { return (root_ / "rules").string(); }
  std::string file() const { return (root_ / "baseline.txt").string(); }

  Ran write() const { return run_vertebra({"check", "--rules", folder(), "--write-baseline", file()}); }
  Ran check(const std::string& rules) const { return run_vertebra({"check", "--rules", rules, "--baseline", file()}); }

  std::string guide() const {
    std::ifstream in{root_ / "rules/guide.yaml"};
    return {std::istreambuf_iterator<char>{in}, {}};
  }
  void put(const std::string& text) const { std::ofstream{root_ / "rules/guide.yaml"} << text; }
  void replace(const std::string& piece, const std::string& instead) const {
    std::string text = guide();
    text.replace(text.find(piece), piece.size(), instead);
    put(text);
  }

  fs::path root_;
};

TEST_F(Baselines, LeaveOutWhatTheyHold) {
  EXPECT_THAT(write().out, HasSubstr("2 warnings in 3 files"));
  const Ran run = check(folder());
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out, "no problems in 3 files\n");
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Baselines, CanBeReadByPeople) {
  write();
  std::ifstream in{file()};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_THAT(text, HasSubstr(" guide.yaml: no rule reads the condition `ill`\nV0601 "));
}

TEST_F(Baselines, HoldWhenLinesAndTheFolderMove) {
  write();
  replace("title:", "\n\n# Two lines further down.\ntitle:");
  fs::rename(folder(), root_ / "elsewhere");
  const Ran run = check((root_ / "elsewhere").string() + "/");
  EXPECT_EQ(run.out, "no problems in 3 files\n");
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Baselines, ShowWhatIsNew) {
  write();
  replace("  weary:", "  tired:\n    when: fever\n  weary:");
  const Ran run = check(folder());
  EXPECT_EQ(run.out, "1 warning in 3 files\n");
  EXPECT_THAT(run.err, HasSubstr("`tired`"));
  EXPECT_THAT(run.err, Not(HasSubstr("`weary`")));
}

TEST_F(Baselines, SayWhenSomethingIsNoLongerThere) {
  write();
  replace("  weary:\n    when: fever\n", "");
  EXPECT_THAT(check(folder()).err, HasSubstr("1 warning of `" + file() + "` no longer there: write it anew"));
}

TEST_F(Baselines, NeverHoldAnError) {
  replace("when: fever\n    because", "when: fevr\n    because");
  EXPECT_EQ(write().exit, 1);
  const Ran run = check(folder());
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.err, HasSubstr("`fevr`"));
}

TEST_F(Baselines, KeepTheirWarningsFromBecomingErrors) {
  write();
  const Ran run = run_vertebra({"check", "--rules", folder(), "--baseline", file(), "--error-on", "V0601"});
  EXPECT_EQ(run.exit, 0) << run.err;
}

}  // namespace
}  // namespace vertebra
