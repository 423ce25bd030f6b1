#pragma once

#include <optional>

#include <vertebra/patient.hpp>

#include "cli/arguments.hpp"

namespace vertebra::cli {

// Today's date where this program runs. Only the CLI reads a clock; the library takes the day as an argument.
Date today();

// --as-of, or today; a reply where it is no day.
std::optional<Reply> read_day(const Usage& usage, const Arguments& arguments, Date& as_of);

}  // namespace vertebra::cli
