#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "load/loader.hpp"

namespace vertebra::load {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Folder : public testing::Test {
 protected:
  Folder() : root_{fs::path{testing::TempDir()} / ("vertebra_" + test_name())} {
    fs::remove_all(root_);
    fs::create_directories(root_ / "rules");
  }
  ~Folder() override { fs::remove_all(root_); }

  static std::string test_name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  void write(std::string_view name, std::string_view text) const {
    const fs::path path = root_ / "rules" / name;
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << text;
  }

  std::vector<std::string> names() {
    std::vector<std::string> result;
    for (const NamedText& text : read_folder((root_ / "rules").string(), problems_)) result.push_back(text.name);
    return result;
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const Diagnostic& each : problems_) result.push_back(each.file + " " + each.code);
    return result;
  }

  fs::path root_;
  std::vector<Diagnostic> problems_;
};

TEST_F(Folder, IsReadByPathInByteOrder) {
  for (const auto* name : {"b.yaml", "a/z.yml", "a.yaml", "a-b.json", "a/b/c.yaml", "B.yaml"}) write(name, "x: y\n");
  EXPECT_THAT(names(), ElementsAre("B.yaml", "a-b.json", "a.yaml", "a/b/c.yaml", "a/z.yml", "b.yaml"));
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Folder, KeepsTheBytesOfAFile) {
  write("a.yaml", std::string_view{"x: \0\r\n\xff", 7});
  const auto texts = read_folder((root_ / "rules").string(), problems_);
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_EQ(texts[0].text, (std::string{"x: \0\r\n\xff", 7}));
}

TEST_F(Folder, LeavesOutHiddenAndOtherFiles) {
  for (const auto* name : {".hidden.yaml", ".git/config.yaml", "README.md", "rules.yaml~", "yaml"}) write(name, "x");
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(Folder, FollowsNoLinkOutOfItself) {
  write("inside.yaml", "x: y\n");
  write("../outside.yaml", "secret: yes\n");
  write("../other/file.yaml", "secret: yes\n");
  fs::create_symlink("inside.yaml", root_ / "rules/link_inside.yaml");
  fs::create_symlink("../outside.yaml", root_ / "rules/link_outside.yaml");
  fs::create_symlink("nowhere.yaml", root_ / "rules/link_to_nothing.yaml");
  fs::create_directory_symlink("../other", root_ / "rules/other");
  fs::create_directory_symlink(".", root_ / "rules/round");
  EXPECT_THAT(names(), ElementsAre("inside.yaml", "link_inside.yaml"));
  EXPECT_THAT(codes(),
              ElementsAre("link_outside.yaml V0101", "link_to_nothing.yaml V0101", "other V0101", "round V0101"));
}

TEST_F(Folder, RefusesAFileOfMoreThanFourMebibytesAndReadsTheRest) {
  write("exact.yaml", std::string(std::size_t{4} << 20, '#'));
  write("more.yaml", std::string((std::size_t{4} << 20) + 1, '#'));
  write("small.yaml", "x: y\n");
  EXPECT_THAT(names(), ElementsAre("exact.yaml", "small.yaml"));
  EXPECT_THAT(codes(), ElementsAre("more.yaml V0102"));
}

TEST_F(Folder, RefusesMoreThanSixtyFourMebibytesInAll) {
  for (int i = 10; i < 26; ++i) write(std::to_string(i) + ".yaml", std::string(std::size_t{4} << 20, '#'));
  EXPECT_EQ(names().size(), 16U);
  EXPECT_THAT(codes(), IsEmpty());
  write("26.yaml", "#");
  EXPECT_EQ(names().size(), 16U);
  EXPECT_THAT(codes(), ElementsAre("26.yaml V0102"));
}

TEST_F(Folder, SaysThatItIsNotThere) {
  const auto missing = (root_ / "missing").generic_string();
  EXPECT_THAT(read_folder(missing, problems_), IsEmpty());
  EXPECT_THAT(codes(), ElementsAre(missing + " V0101"));
}

TEST_F(Folder, SaysThatAFileIsNoFolder) {
  write("a.yaml", "x: y\n");
  const auto file = (root_ / "rules/a.yaml").generic_string();
  EXPECT_THAT(read_folder(file, problems_), IsEmpty());
  EXPECT_THAT(codes(), ElementsAre(file + " V0101"));
}

}  // namespace
}  // namespace vertebra::load
