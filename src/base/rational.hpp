#pragma once

#include <cstdint>

namespace vertebra::base {

// (value * factor + offset) / divisor: exact in between and rounded once, half to even, whatever the machine and its flags.
// NaN and infinities stay; what is too large becomes infinite. Requires factor and divisor from 1 to 2^27 - 1 and an offset
// within ±160, as the units of measurement need them.
double affine(double value, std::uint64_t factor, int offset, std::uint64_t divisor) noexcept;

}  // namespace vertebra::base
