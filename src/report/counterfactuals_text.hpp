#pragma once

#include <string>

#include <vertebra/what_if.hpp>

namespace vertebra::report {

// The form for reading in a terminal; every line fits the width.
std::string to_text(const Counterfactuals& counterfactuals, const TextStyle& style);

}  // namespace vertebra::report
