#include "base/text.hpp"

#include <cmath>
#include <locale>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace vertebra::base {
namespace {

using namespace std::string_view_literals;

struct Utf8Case {
  std::string_view text;
  std::optional<std::size_t> invalid_at;
};

// Unicode, table 3-7, by its edges.
constexpr Utf8Case utf8_cases[] = {
    {""sv, {}},
    {"a\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\xB4"sv, {}},
    {"\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"sv, {}},
    {"a\x80"sv, 1},     // continuation alone
    {"\xC0\xAF"sv, 0},  // overlong, two bytes
    {"\xC1\xBF"sv, 0},
    {"\xE0\x9F\xBF"sv, 0},  // overlong, three bytes
    {"\xF0\x8F\xBF\xBF"sv, 0},
    {"x\xED\xA0\x80"sv, 1},  // surrogate
    {"\xF4\x90\x80\x80"sv, 0},
    {"\xF5\x80\x80\x80"sv, 0},
    {"ab\xC3"sv, 2},  // cut short
    {"\xE2\x82"sv, 0},
    {"\xF0\x9F\xA6"sv, 0},
    {"\xE2\x28\xA1"sv, 0},
    {"\xFF"sv, 0},
};

TEST(Utf8, FindsTheFirstInvalidByte) {
  for (const Utf8Case& one : utf8_cases) EXPECT_EQ(first_invalid_utf8(one.text), one.invalid_at) << one.text;
}

TEST(Utf8, CountsAndReadsCodePoints) {
  constexpr std::string_view text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\xB4z";
  EXPECT_EQ(count_code_points(text), 5U);
  EXPECT_EQ(code_point_at(text, 0).value, U'a');
  EXPECT_EQ(code_point_at(text, 1).value, U'\u00E9');
  EXPECT_EQ(code_point_at(text, 3).value, U'\u20AC');
  EXPECT_EQ(code_point_at(text, 6).value, U'\U0001F9B4');
  EXPECT_EQ(code_point_at(text, 6).bytes, 4U);
  EXPECT_EQ(offset_of_code_point(text, 0), 0U);
  EXPECT_EQ(offset_of_code_point(text, 2), 3U);
  EXPECT_EQ(offset_of_code_point(text, 4), 10U);
  EXPECT_EQ(offset_of_code_point(text, 5), 11U);
  EXPECT_EQ(offset_of_code_point(text, 9), 11U);
}

TEST(Utf8, KnowsWhatCannotBeSeen) {
  for (const char32_t c : {U'\0', U'\n', U'\t', U'\x7F', U'\x85', U'\u00A0', U'\u00AD', U'\u200B', U'\u200F', U'\u202A',
                           U'\u202E', U'\u2060', U'\u2066', U'\u2069', U'\uFEFF', U'\U000E0041'}) {
    EXPECT_TRUE(is_invisible(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U' ', U'a', U'~', U'\u00A1', U'\u00E9', U'\u00B0', U'\u2010', U'\u2026', U'\u20AC',
                           U'\u4E2D', U'\uFFFD', U'\U0001F9B4'}) {
    EXPECT_FALSE(is_invisible(c)) << static_cast<unsigned>(c);
  }
}

TEST(Utf8, MakesAnythingSafeToShow) {
  EXPECT_EQ(visible("ok é"), "ok é");
  EXPECT_EQ(visible("a\x1B"
                    "b\xFF"
                    "c\u202E"),
            "a\uFFFDb\uFFFDc\uFFFD");
}

RC_GTEST_PROP(Utf8, VisibleIsAlwaysValid, (const std::string& bytes)) {
  RC_ASSERT(!first_invalid_utf8(visible(bytes)).has_value());
}

TEST(Ids, FollowTheirForms) {
  for (const auto id : {"a", "pain_duration", "x9", "a_"}) EXPECT_TRUE(is_id(id)) << id;
  for (const auto id : {"", "A", "9a", "_a", "a-b", "a b", "é", "aB"}) EXPECT_FALSE(is_id(id)) << id;
  for (const auto id : {"S40", "I-1", "C.9", "S", "C.9b", "A1-2.3z"}) EXPECT_TRUE(is_source_id(id)) << id;
  for (const auto id : {"", "s40", "4", "S40ab", "S_1", "Sa1", "S 1"}) EXPECT_FALSE(is_source_id(id)) << id;
}

TEST(Ids, AreFoldedToTellLookalikes) {
  EXPECT_EQ(folded("Leg_Pain-2.b"), "legpain2b");
  EXPECT_EQ(folded("leg_pain"), folded("legpain"));
  EXPECT_NE(folded("leg_pain1"), folded("leg_pain2"));
}

std::string_view closest_of(std::string_view name, std::vector<std::string_view> candidates) {
  return closest(name, candidates);
}

TEST(Closest, FindsWhatWasMeant) {
  EXPECT_EQ(closest_of("fevr", {"age", "fever"}), "fever");
  EXPECT_EQ(closest_of("age_year", {"age", "age_years", "fever"}), "age_years");
  EXPECT_EQ(closest_of("fvere", {"fever"}), "");  // Two steps, and a third of five is one.
  EXPECT_EQ(closest_of("feevr", {"fever"}), "fever");
  EXPECT_EQ(closest_of("agee", {"ages", "age"}), "ages");  // Both one step: the earlier.
  EXPECT_EQ(closest_of("leg_pian_blow", {"leg_pain", "leg_pain_below"}), "leg_pain_below");
  EXPECT_EQ(closest_of("xyz", {"fever", "age"}), "");
  EXPECT_EQ(closest_of("", {"a"}), "");
  EXPECT_EQ(closest_of("x", {"y"}), "y");  // At least one step is allowed.
}

TEST(ListOf, ReadsAsASentence) {
  const std::vector<std::string_view> names{"a", "b", "c"};
  EXPECT_EQ(list_of(names), "`a`, `b` or `c`");
  EXPECT_EQ(list_of(std::span{names}.first(2), "and"), "`a` and `b`");
  EXPECT_EQ(list_of(std::span{names}.first(1)), "`a`");
  EXPECT_EQ(list_of({}), "");
}

TEST(Numbers, AreWrittenShort) {
  EXPECT_EQ(number_text(28), "28");
  EXPECT_EQ(number_text(37.5), "37.5");
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(-2.5), "-2.5");
  EXPECT_EQ(number_text(36500), "36500");
  EXPECT_EQ(number_text(100000), "100000");
  EXPECT_EQ(number_text(30.4375), "30.4375");
  EXPECT_EQ(number_text(1e300), "1e+300");
}

struct NumberCase {
  std::string_view text;
  std::optional<double> value;
};

constexpr NumberCase number_cases[] = {
    {"0", 0.0},
    {"28", 28.0},
    {"-1.5", -1.5},
    {"0.1", 0.1},
    {"1.234", 1.234},
    {"123456789012345", 123456789012345.0},
    {"0.12345678901234", 0.12345678901234},
    {"1234567890123456", {}},  // 16 digits
    {"0.123456789012345", {}},
    {"", {}},
    {"-", {}},
    {"+1", {}},
    {"012", {}},
    {"08", {}},
    {"0x1F", {}},
    {"1e3", {}},
    {".5", {}},
    {"5.", {}},
    {"1,5", {}},
    {"1_000", {}},
    {"inf", {}},
    {"nan", {}},
    {".inf", {}},
    {".nan", {}},
    {" 1", {}},
    {"1 ", {}},
    {"--1", {}},
    {"1.2.3", {}},
    {"\u0661", {}},  // an Arabic digit
};

TEST(Numbers, ArePlainDecimalsOnly) {
  for (const NumberCase& one : number_cases) EXPECT_EQ(parse_number(one.text), one.value) << one.text;
  EXPECT_FALSE(std::signbit(*parse_number("-0")));
}

struct PointsCase {
  std::string_view text;
  std::optional<int> value;
};

constexpr PointsCase points_cases[] = {
    {"8", 8},    {"+8", 8},   {"-8", -8}, {"0", 0},    {"2147483647", 2147483647}, {"-2147483647", -2147483647},
    {"", {}},    {"+", {}},   {"08", {}}, {"+-1", {}}, {"2147483648", {}},         {"-2147483648", {}},
    {"1.0", {}}, {"1e2", {}}, {"x", {}},
};

TEST(Numbers, PointsAreIntegersWithASign) {
  for (const PointsCase& one : points_cases) EXPECT_EQ(parse_points(one.text), one.value) << one.text;
}

class German : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(Numbers, DoNotFollowTheLocale) {
  const std::locale before = std::locale::global(std::locale{std::locale::classic(), new German});
  EXPECT_EQ(parse_number("1.234"), 1.234);
  EXPECT_EQ(parse_number("1,5"), std::nullopt);
  EXPECT_EQ(parse_points("1.000"), std::nullopt);
  EXPECT_EQ(number_text(1234.5), "1234.5");
  std::locale::global(before);
}

RC_GTEST_PROP(Numbers, WrittenFormReadsBack, ()) {
  const int scaled = *rc::gen::arbitrary<int>();
  const double value = scaled / 100.0;
  RC_ASSERT(parse_number(number_text(value)) == value);
}

}  // namespace
}  // namespace vertebra::base
