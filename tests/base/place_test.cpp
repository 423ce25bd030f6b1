#include "base/place.hpp"

#include <gtest/gtest.h>

namespace vertebra::base {
namespace {

TEST(Files, GivesLinesWithoutTheirBreaks) {
  Files files;
  const int file = files.add("a.yaml", "one\ntwo\r\n\nfour");
  EXPECT_EQ(files.line(file, 1), "one");
  EXPECT_EQ(files.line(file, 2), "two");
  EXPECT_EQ(files.line(file, 3), "");
  EXPECT_EQ(files.line(file, 4), "four");
  EXPECT_EQ(files.line(file, 5), "");
  EXPECT_EQ(files.line(file, 0), "");
}

TEST(Files, LeavesAByteOrderMarkOutOfTheFirstLine) {
  Files files;
  const int file = files.add("a.yaml",
                             "\xEF\xBB\xBF"
                             "one\ntwo");
  EXPECT_EQ(files.line(file, 1), "one");
  EXPECT_EQ(files.line(file, 2), "two");
}

TEST(Files, KeepsNamesAndTextsByIndex) {
  Files files;
  EXPECT_EQ(files.add("a.yaml", "x"), 0);
  EXPECT_EQ(files.add("b.yaml", "y"), 1);
  EXPECT_EQ(files.size(), 2U);
  EXPECT_EQ(files.name(1), "b.yaml");
  EXPECT_EQ(files.text(0), "x");
  EXPECT_EQ(files.name(-1), "");
}

}  // namespace
}  // namespace vertebra::base
