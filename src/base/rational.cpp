#include "base/rational.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace vertebra::base {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int wide_bits = 128;
constexpr int mantissa_bits = 53;
constexpr int lowest_exponent = -1074;  // Of the smallest double, 2^-1074.

int bit_width(Wide value) noexcept {
  const auto high = static_cast<std::uint64_t>(value >> 64);
  const auto low = static_cast<std::uint64_t>(value);
  return wide_bits - (high != 0 ? std::countl_zero(high) : 64 + std::countl_zero(low));
}

// numerator / divisor * 2^exponent, rounded to nearest, half to even.
double rounded_quotient(Wide numerator, std::uint64_t divisor, int exponent) noexcept {
  const int shift = wide_bits - bit_width(numerator);
  const Wide scaled = numerator << shift;
  const Wide quotient = scaled / divisor;
  const bool inexact = scaled % divisor != 0;
  exponent -= shift;

  // INVARIANT: the divisor is under 2^27, so the quotient has over 100 bits and some are always dropped.
  const int width = bit_width(quotient);
  const int dropped = std::max(width - mantissa_bits, lowest_exponent - exponent);
  if (dropped > width) return 0;
  const Wide half = Wide{1} << (dropped - 1);
  const Wide rest = quotient & (half + (half - 1));
  Wide kept = dropped == wide_bits ? 0 : quotient >> dropped;
  if (rest > half || (rest == half && (inexact || (kept & 1) != 0))) ++kept;
  return std::ldexp(static_cast<double>(static_cast<std::uint64_t>(kept)), exponent + dropped);
}

}  // namespace

double affine(double value, std::uint64_t factor, int offset, std::uint64_t divisor) noexcept {
  // Within these exponents product and offset fit in 128 bits. Outside of them one of the two is so small that it only
  // decides on which side of a number or midpoint the other lies, and it still does after scaling.
  constexpr int lowest = -115;
  constexpr int highest = 64;
  if (!std::isfinite(value)) return value;
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  const auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, mantissa_bits));
  exponent -= mantissa_bits;

  Wide product = Wide{mantissa} * factor;
  Wide added = static_cast<Wide>(offset < 0 ? -offset : offset);
  int scale = exponent;
  if (offset != 0 && exponent < lowest) {
    product = 0;
    scale = 0;
  } else if (offset != 0 && exponent > 0) {
    const int moved = std::min(exponent, highest);
    product <<= moved;
    scale -= moved;
  } else if (offset != 0) {
    added <<= -exponent;
  }
  const bool negative = value < 0;
  const bool opposed = offset != 0 && negative != (offset < 0);
  const Wide sum = !opposed ? product + added : product > added ? product - added : added - product;
  const bool sum_negative = opposed && added > product ? !negative : negative;
  if (sum == 0) return 0;
  const double result = rounded_quotient(sum, divisor, scale);
  return sum_negative ? -result : result;
}

}  // namespace vertebra::base
