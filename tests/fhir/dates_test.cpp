#include "fhir/dates.hpp"

#include <gtest/gtest.h>

#include <string>

#include "fhir/fhir_fixture.hpp"

namespace vertebra::fhir::testing {
namespace {

struct DateCase {
  const char* text;
  const char* date;       // As a date; "-" where it is none.
  const char* date_time;  // As a dateTime.
};

std::string span_text(const std::optional<DateSpan>& span) {
  return span ? to_string(span->first) + " " + to_string(span->last) : "-";
}

TEST(DatesTest, ADateIsTheDaysThatItMayMean) {
  const DateCase rows[] = {
      {"1961-01-25", "1961-01-25 1961-01-25", "1961-01-25 1961-01-25"},
      {"1961-01", "1961-01-01 1961-01-31", "1961-01-01 1961-01-31"},
      {"1961", "1961-01-01 1961-12-31", "1961-01-01 1961-12-31"},
      {"2024-02", "2024-02-01 2024-02-29", "2024-02-01 2024-02-29"},
      {"2023-02", "2023-02-01 2023-02-28", "2023-02-01 2023-02-28"},
      {"2024-02-29", "2024-02-29 2024-02-29", "2024-02-29 2024-02-29"},
      {"2023-02-29", "-", "-"},
      {"2023-13", "-", "-"},
      {"2023-00", "-", "-"},
      {"2023-04-31", "-", "-"},
      {"0000", "-", "-"},
      {"", "-", "-"},
      {"61", "-", "-"},
      {"1961-1", "-", "-"},
      {"1961-1-25", "-", "-"},
      {"1961-", "-", "-"},
      {"196a", "-", "-"},
      {"+961", "-", "-"},
      {"1961/01/25", "-", "-"},
      {"2021-01-22T08:17:28+10:00", "-", "2021-01-22 2021-01-22"},
      {"2021-01-22T08:17:28.123Z", "-", "2021-01-22 2021-01-22"},
      {"2021-01-22T", "-", "-"},
      {"2021-01-22 08:17", "-", "-"},
      {"2021-01-22Tnoon", "-", "-"},
      {"2021-01T08:17", "-", "-"},
  };
  for (const DateCase& row : rows) {
    EXPECT_EQ(span_text(parse_fhir_date(row.text, Precision::date)), row.date) << row.text;
    EXPECT_EQ(span_text(parse_fhir_date(row.text, Precision::date_time)), row.date_time) << row.text;
  }
}

struct AgeCase {
  const char* birth_date;
  Date day;
  const char* age;  // "-" for unknown.
};

TEST(DatesTest, AgeCountsBirthdaysThatHavePassed) {
  const AgeCase rows[] = {
      {"1961-01-31", date(2026, 1, 31), "age=65"},  // The birthday itself.
      {"1961-02-01", date(2026, 1, 31), "age=64"},
      {"1961-01-30", date(2026, 1, 31), "age=65"},
      {"2004-02-29", date(2025, 2, 28), "age=20"},  // No 29 February in 2025: the birthday is 1 March.
      {"2004-02-29", date(2025, 3, 1), "age=21"},
      {"2004-02-29", date(2024, 2, 28), "age=19"},
      {"2004-02-29", date(2024, 2, 29), "age=20"},
      {"2025-01-31", date(2026, 1, 30), "age=0"},
      {"2026-01-31", date(2026, 1, 31), "age=0"},
      {"2026-02-01", date(2026, 1, 31), "-"},
      {"1961", date(2026, 1, 31), "age=64..65"},  // Born 1 January: 65. Born 31 December: 64.
      {"1961", date(2026, 12, 31), "age=65"},
      {"1961-01", date(2026, 1, 31), "age=65"},
      {"1961-01", date(2026, 1, 30), "age=64..65"},
      {"1961-02", date(2026, 1, 31), "age=64"},
      {"2026", date(2026, 1, 31), "age=0"},  // Born this year, and born already.
      {"1905-06-30", date(2026, 1, 31), "age=120"},
      {"1905-01-31", date(2026, 1, 31), "-"},  // 121 is outside the range.
      {"1905", date(2026, 1, 31), "-"},        // 120 or 121: does not fit.
      {"1960-08-06T19:06:11.677Z", date(2026, 1, 31), "-"},
      {"born in May", date(2026, 1, 31), "-"},
  };
  for (const AgeCase& row : rows) {
    const std::string json = patient(std::string{R"("birthDate":")"} + row.birth_date + "\"");
    EXPECT_EQ(answers_in(json, row.day), row.age) << row.birth_date << " on " << to_string(row.day);
    EXPECT_EQ(skips_in(json, row.day) == "-", std::string{row.age} != "-") << row.birth_date;
  }
}

TEST(DatesTest, AnAgeThatIsNotKnownIsReported) {
  EXPECT_EQ(skips_in(patient("")), "Patient/p: `age`: there is no birthDate");
  EXPECT_EQ(skips_in(patient(R"("_birthDate":{"extension":[]})")),
            "Patient/p: `age`: birthDate has an extension in place of a date");
  EXPECT_EQ(skips_in(patient(R"("birthDate":1961)")), "Patient/p: `age`: birthDate is not a text");
  EXPECT_EQ(skips_in(patient(R"("birthDate":"1961-1-25")")),
            "Patient/p: `age`: birthDate is not written as FHIR writes dates");
  EXPECT_EQ(skips_in(patient(R"("birthDate":"2030")")), "Patient/p: `age`: birthDate is after the day of evaluation");
  EXPECT_EQ(skips_in(patient(R"("birthDate":"1800")")), "Patient/p: `age`: the age is outside the range of the fact");
}

}  // namespace
}  // namespace vertebra::fhir::testing
