#include "base/units.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/rational.hpp"

namespace vertebra::base {
namespace {

double in(double value, std::string_view from, std::string_view to) {
  return convert(value, *find_unit(from), *find_unit(to));
}

bool fits(std::string_view from, std::string_view to) { return converts(*find_unit(from), *find_unit(to)); }

TEST(Units, AreFoundByUcumAndByTheWordsOfAuthors) {
  for (const auto ucum : {"h", "d", "wk", "mo", "a", "min", "Cel", "[degF]", "mg", "g", "kg", "[lb_av]", "mg/d",
                          "mL/min/{1.73_m2}", "%", "{score}"}) {
    ASSERT_TRUE(find_unit(ucum)) << ucum;
    EXPECT_EQ(find_unit(ucum)->ucum, ucum);
  }
  EXPECT_EQ(find_unit("hours")->ucum, "h");
  EXPECT_EQ(find_unit("day")->ucum, "d");
  EXPECT_EQ(find_unit("weeks")->ucum, "wk");
  EXPECT_EQ(find_unit("months")->ucum, "mo");
  EXPECT_EQ(find_unit("years")->ucum, "a");
  EXPECT_EQ(find_unit("°C")->ucum, "Cel");
  for (const auto text : {"", "D", "lb", "F", "C", "cel", "m", "week ", "minutes"})
    EXPECT_FALSE(find_unit(text)) << text;
}

TEST(Units, ConvertWithinADimensionAndNeverIntoYears) {
  EXPECT_TRUE(fits("wk", "d"));
  EXPECT_TRUE(fits("a", "d"));
  EXPECT_TRUE(fits("a", "a"));
  EXPECT_TRUE(fits("[degF]", "Cel"));
  EXPECT_TRUE(fits("[lb_av]", "kg"));
  EXPECT_FALSE(fits("mo", "a"));
  EXPECT_FALSE(fits("d", "a"));
  EXPECT_FALSE(fits("d", "kg"));
  EXPECT_FALSE(fits("mg", "mg/d"));
  EXPECT_FALSE(fits("%", "{score}"));
}

struct ConversionCase {
  double value;
  std::string_view from;
  std::string_view to;
  double expected;
};

// By hand from the definitions; what is not a whole number of the target unit was worked out in exact fractions.
constexpr ConversionCase conversions[] = {
    {6, "wk", "d", 42},
    {1, "mo", "d", 30.4375},
    {1, "a", "d", 365.25},
    {1, "a", "mo", 12},
    {28, "d", "wk", 4},
    {90, "min", "h", 1.5},
    {10, "min", "d", 0.006944444444444444},
    {1, "h", "d", 0.041666666666666664},
    {0.1, "mo", "d", 3.04375},
    {2.3, "mo", "wk", 10.000892857142857},
    {45.7, "h", "wk", 0.27202380952380956},
    {100.4, "[degF]", "Cel", 38},
    {98.6, "[degF]", "Cel", 37},
    {101.3, "[degF]", "Cel", 38.5},
    {32, "[degF]", "Cel", 0},
    {-40, "[degF]", "Cel", -40},
    {38, "Cel", "[degF]", 100.4},
    {36.6, "Cel", "[degF]", 97.88},
    {150, "[lb_av]", "kg", 68.0388555},
    {150.5, "[lb_av]", "kg", 68.265651685},
    {70, "kg", "[lb_av]", 154.3235835294143},
    {4, "g", "mg", 4000},
    {0.5, "kg", "g", 500},
    {37.2, "Cel", "Cel", 37.2},
    // The edges of double.
    {5e-324, "wk", "d", 3.5e-323},
    {5e-324, "d", "wk", 0},
    {3e-310, "kg", "g", 2.999999999999991e-307},
    {3e-310, "g", "kg", 3e-313},
    {1.7e308, "d", "wk", 2.4285714285714285e+307},
    {1.7e308, "wk", "d", std::numeric_limits<double>::infinity()},
    {1e30, "[degF]", "Cel", 5.555555555555556e+29},
    {1e300, "Cel", "[degF]", 1.8e+300},
    {1e-30, "[degF]", "Cel", -17.77777777777778},
    {-1e-30, "Cel", "[degF]", 32},
    {0, "[degF]", "Cel", -17.77777777777778},
};

TEST(Units, ConvertExactlyAndRoundOnce) {
  for (const auto& [value, from, to, expected] : conversions) {
    EXPECT_EQ(in(value, from, to), expected) << value << ' ' << from << " in " << to;
  }
  EXPECT_TRUE(std::isnan(in(std::nan(""), "wk", "d")));
  EXPECT_EQ(in(-std::numeric_limits<double>::infinity(), "[degF]", "Cel"), -std::numeric_limits<double>::infinity());
}

__extension__ using Wide = __int128;

// value * 2^70, exactly: every value of the properties below is a multiple of 2^-70 and under 2^30.
Wide scaled(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  const auto mantissa = static_cast<Wide>(std::ldexp(fraction, 53));
  const int shift = exponent - 53 + 70;
  return shift >= 0 ? mantissa * (Wide{1} << shift) : mantissa / (Wide{1} << -shift);
}

bool is_even(double value) {
  int exponent = 0;
  return std::fmod(std::ldexp(std::frexp(value, &exponent), 53), 2) == 0;
}

// True when no double is nearer to (value * factor + offset) / divisor, and at a tie `result` is the even one.
bool nearest(double result, double value, int factor, int offset, int divisor) {
  const Wide exact = scaled(value) * factor + (Wide{offset} * (Wide{1} << 70));
  const auto error = [&](double candidate) {
    const Wide difference = scaled(candidate) * divisor - exact;
    return difference < 0 ? -difference : difference;
  };
  for (const double limit : {-1e9, 1e9}) {
    const Wide other = error(std::nextafter(result, limit));
    if (other < error(result) || (other == error(result) && !is_even(result))) return false;
  }
  return true;
}

// A decimal as a person would write it.
double decimal() { return *rc::gen::inRange(1, 100'000'000) / 1000.0; }

RC_GTEST_PROP(Units, TimeIsTheNearestDouble, ()) {
  const double value = decimal();
  RC_ASSERT(nearest(in(value, "mo", "d"), value, 487, 0, 16));  // 30.4375 = 487 / 16
  RC_ASSERT(nearest(in(value, "d", "wk"), value, 1, 0, 7));
  RC_ASSERT(nearest(in(value, "min", "h"), value, 1, 0, 60));
  RC_ASSERT(nearest(in(value, "a", "wk"), value, 1461, 0, 28));  // 365.25 / 7
}

RC_GTEST_PROP(Units, TemperatureIsTheNearestDouble, ()) {
  const double value = 40 + *rc::gen::inRange(0, 8000) / 100.0;
  RC_ASSERT(nearest(in(value, "[degF]", "Cel"), value, 5, -160, 9));
  RC_ASSERT(nearest(in(value, "Cel", "[degF]"), value, 9, 160, 5));
}

RC_GTEST_PROP(Units, TheNearestDoubleHoldsForAnyFactor, (std::uint16_t raw)) {
  const int factor = 1 + raw % 1000;
  const int divisor = *rc::gen::inRange(1, 1000);
  const double value = decimal();
  const auto number = affine(value, static_cast<std::uint64_t>(factor), 0, static_cast<std::uint64_t>(divisor));
  RC_ASSERT(nearest(number, value, factor, 0, divisor));
  RC_ASSERT(affine(-value, static_cast<std::uint64_t>(factor), 0, static_cast<std::uint64_t>(divisor)) == -number);
}

TEST(Units, RoundsTiesToEven) {
  const double base = 4503599627370496;                       // 2^52; three times it is 13510798882111488, spacing 2.
  EXPECT_EQ(affine(base + 1, 3, 0, 1), 13510798882111492.0);  // Exactly ...491, between ...490 (odd) and ...492 (even).
  EXPECT_EQ(affine(base + 3, 3, 0, 1), 13510798882111496.0);  // Exactly ...497, between ...496 (even) and ...498 (odd).
}

}  // namespace
}  // namespace vertebra::base
