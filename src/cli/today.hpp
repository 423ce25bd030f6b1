#pragma once

#include <vertebra/patient.hpp>

namespace vertebra::cli {

// Today's date where this program runs. Only the CLI reads a clock; the library takes the day as an argument.
Date today();

}  // namespace vertebra::cli
