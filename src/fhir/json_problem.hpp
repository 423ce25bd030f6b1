#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostic_codes.hpp"

namespace vertebra::fhir {

inline constexpr std::size_t most_bytes = std::size_t{64} << 20;
inline constexpr std::size_t deepest = 64;              // Objects and arrays inside each other.
inline constexpr std::size_t most_resources = 500'000;  // Of kinds that are read.

struct JsonProblem {
  base::Code code;
  std::string message;
  std::string help;
  std::size_t offset = 0;  // The byte at which reading stopped.
};

}  // namespace vertebra::fhir
