#pragma once

#include <vertebra/patient.hpp>

#include "cli/arguments.hpp"

namespace vertebra::cli {

inline constexpr Option as_of_option{"as-of", "DATE", "the day of the evaluation, as 2026-01-31 (default: today)"};

// --as-of, or today's date where this program runs. Only the CLI reads a clock; the library takes the day as an argument.
Date day_of(const Arguments& arguments);

}  // namespace vertebra::cli
