// What an author runs besides `check`: `vertebra new` and `vertebra format`.

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace vertebra {
namespace {

namespace fs = std::filesystem;
using test::run_vertebra;
using testing::HasSubstr;
using testing::IsEmpty;

class Authoring : public testing::Test {
 protected:
  Authoring() : root_{fs::path{testing::TempDir()} / ("vertebra_authoring_" + name())} { fs::remove_all(root_); }
  ~Authoring() override { fs::remove_all(root_); }

  static std::string name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  std::string folder() const { return root_.generic_string(); }
  std::string file(std::string_view name) const { return (root_ / name).generic_string(); }

  std::string write(std::string_view name, std::string_view text) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream{root_ / name, std::ios::binary} << text;
    return file(name);
  }

  std::string text(std::string_view name) const {
    std::ifstream stream{root_ / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }

  fs::path root_;
};

TEST_F(Authoring, ANewRuleSetPassesEveryCheckAndSpeaks) {
  const auto made = run_vertebra({"new", folder(), "--id", "my_rules"});
  EXPECT_EQ(made.exit, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("vertebra check --rules " + folder()));
  EXPECT_THAT(text("vocabulary.yaml"), HasSubstr("vocabulary: my_rules\n"));

  const auto checked = run_vertebra({"check", "--rules", folder()});
  EXPECT_EQ(checked.exit, 0);
  EXPECT_THAT(checked.err, IsEmpty());

  const auto tested = run_vertebra({"test", "--rules", folder()});
  EXPECT_EQ(tested.exit, 0) << tested.out << tested.err;
  EXPECT_THAT(tested.out, HasSubstr("3 cases, 3 passed"));

  const auto advice =
      run_vertebra({"evaluate", "--rules", folder(), "--patient", "-", "--as-of", "2026-01-31", "--format", "json"},
                   {.in = "{\"sore_throat\": true, \"trouble_breathing\": false, \"pain_duration\": 2}"});
  EXPECT_EQ(advice.exit, 0) << advice.err;
  EXPECT_THAT(advice.out, HasSubstr(R"("care":{"least":"self_care","most":"self_care"})"));
  EXPECT_THAT(advice.out, HasSubstr(R"({"id":"lozenges","rank":1,"verdict":"offered","score":{"low":22,"high":22})"));
}

TEST_F(Authoring, ANewRuleSetOverwritesNothing) {
  write("notes.txt", "mine");
  const auto made = run_vertebra({"new", folder(), "--id", "my_rules"});
  EXPECT_EQ(made.exit, 2);
  EXPECT_THAT(made.err, HasSubstr("nothing is overwritten"));
  EXPECT_FALSE(fs::exists(root_ / "vocabulary.yaml"));
}

TEST_F(Authoring, ANewRuleSetNeedsAFolderAndAnId) {
  EXPECT_THAT(run_vertebra({"new", "--id", "my_rules"}).err, HasSubstr("one folder is to be made"));
  EXPECT_THAT(run_vertebra({"new", folder()}).err, HasSubstr("`--id` is missing"));
  EXPECT_THAT(run_vertebra({"new", folder(), "--id", "My-Rules"}).err, HasSubstr("`My-Rules` is not an id"));
  EXPECT_FALSE(fs::exists(root_));
}

TEST_F(Authoring, FormatWritesInPlaceAndOnlyWhereSomethingChanges) {
  const auto path = write("a.yaml", "guide:   page\n");
  write("b.yaml", "guide: page\n");
  write(".hidden.yaml", "guide:   page\n");
  const auto done = run_vertebra({"format", folder()});
  EXPECT_EQ(done.exit, 0) << done.err;
  EXPECT_EQ(done.out, path + " was formatted\n");
  EXPECT_EQ(text("a.yaml"), "guide: page\n");
  EXPECT_EQ(text(".hidden.yaml"), "guide:   page\n");
  EXPECT_EQ(run_vertebra({"format", folder(), "--check"}).exit, 0);
}

TEST_F(Authoring, FormatWithCheckWritesNothing) {
  const auto path = write("a.yaml", "guide:   page\n");
  const auto checked = run_vertebra({"format", "--check", path});
  EXPECT_EQ(checked.exit, 1);
  EXPECT_EQ(checked.out, path + " is not in the layout\n");
  EXPECT_EQ(text("a.yaml"), "guide:   page\n");
}

TEST_F(Authoring, FormatRefusesCommentsAndFormatsTheRest) {
  write("a.yaml", "guide:   page  # mine\n");
  write("b.yaml", "guide:   page\n");
  const auto done = run_vertebra({"format", folder()});
  EXPECT_EQ(done.exit, 1);
  EXPECT_THAT(done.err, HasSubstr("a.yaml:1:16: error[V0501 comment-in-the-way]"));
  EXPECT_EQ(text("a.yaml"), "guide:   page  # mine\n");
  EXPECT_EQ(text("b.yaml"), "guide: page\n");
}

TEST_F(Authoring, FormatSaysWhatItCannotDo) {
  EXPECT_THAT(run_vertebra({"format"}).err, HasSubstr("there is nothing to format"));
  EXPECT_THAT(run_vertebra({"format", file("missing.yaml")}).err, HasSubstr("it does not exist"));
  EXPECT_THAT(run_vertebra({"format", write("a.json", "{}")}).err, HasSubstr("is not a YAML file"));
}

}  // namespace
}  // namespace vertebra
