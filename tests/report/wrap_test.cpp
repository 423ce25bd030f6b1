#include "report/wrap.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vertebra::report {
namespace {

using testing::ElementsAre;

TEST(Wrap, BreaksAtSpacesAndFillsALineToItsLastColumn) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 6), ElementsAre("one", "two", "three"));
  EXPECT_THAT(wrap("one two three", 13), ElementsAre("one two three"));
}

TEST(Wrap, CountsCodePointsNotBytes) {
  EXPECT_THAT(wrap("äöü ßé", 6), ElementsAre("äöü ßé"));
  EXPECT_THAT(wrap("äöü ßé", 5), ElementsAre("äöü", "ßé"));
}

TEST(Wrap, CutsAWordThatFitsNoLine) {
  EXPECT_THAT(wrap("a bcdefgh i", 3), ElementsAre("a", "bcd", "efg", "h i"));
  EXPECT_THAT(wrap("äöüßé", 2), ElementsAre("äö", "üß", "é"));
  EXPECT_THAT(wrap("abcd", 2), ElementsAre("ab", "cd"));
}

TEST(Wrap, TakesLineBreaksAndRunsOfSpacesAsOneSpace) {
  EXPECT_THAT(wrap("  one \n\n two\t three ", 80), ElementsAre("one two three"));
  EXPECT_THAT(wrap("", 10), ElementsAre(""));
}

TEST(Wrap, PadsByColumns) {
  EXPECT_EQ(pad_right("äb", 4), "äb  ");
  EXPECT_EQ(pad_left("äb", 4), "  äb");
  EXPECT_EQ(pad_left("abc", 2), "abc");
}

}  // namespace
}  // namespace vertebra::report
