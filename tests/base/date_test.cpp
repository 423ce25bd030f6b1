#include <gtest/gtest.h>

#include <vertebra/patient.hpp>

namespace vertebra {
namespace {

TEST(DateText, IsYearMonthDay) {
  EXPECT_EQ(to_string(date(2026, 1, 31)), "2026-01-31");
  EXPECT_EQ(to_string(date(987, 12, 1)), "0987-12-01");
}

TEST(DateText, ReadsDaysOfTheCalendar) {
  Date result;
  ASSERT_TRUE(parse_date("2026-01-31", result));
  EXPECT_EQ(result, date(2026, 1, 31));
  for (const auto text : {"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    ASSERT_TRUE(parse_date(text, result)) << text;
    EXPECT_EQ(to_string(result), text);
  }
}

TEST(DateText, RefusesEverythingElseAndLeavesTheResult) {
  Date result = date(2026, 1, 31);
  for (const auto text : {"", "2026-1-31", "2026-01-32", "2026-00-10", "2026-13-01", "2026-04-31", "2026-02-29",
                          "1900-02-29", "2100-02-29", "2026/01/31", "2026-01-31 ", " 2026-01-31", "2026-01-31T00",
                          "+026-01-31", "2026-0a-31", "2026-01-00", "0000-01-01", "20260-1-31"}) {
    EXPECT_FALSE(parse_date(text, result)) << text;
  }
  EXPECT_EQ(result, date(2026, 1, 31));
}

TEST(Quantities, CarryTheirUnits) {
  EXPECT_EQ(years(67).unit, "a");
  EXPECT_EQ(months(2).unit, "mo");
  EXPECT_EQ(weeks(2).unit, "wk");
  EXPECT_EQ(days(2).unit, "d");
  EXPECT_EQ(hours(2).unit, "h");
  EXPECT_EQ(celsius(38).unit, "Cel");
  EXPECT_EQ(score(7).unit, "{score}");
  EXPECT_EQ(weeks(2).low, 2);
  EXPECT_EQ(weeks(2).high, 2);
  EXPECT_EQ(range(3, 6, "wk").low, 3);
  EXPECT_EQ(range(3, 6, "wk").high, 6);
  EXPECT_EQ(one_of({"a", "b"}).members, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(choice("a").members, std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace vertebra
