#pragma once

#include <string>

#include <vertebra/outcome.hpp>

#include "eval/result.hpp"
#include "image/image.hpp"
#include "report/outcome_parts.hpp"

namespace vertebra::report {

// The form for reading in a terminal; every line fits the width.
std::string to_text(const image::Image& image, const eval::Result& result, const TextStyle& style);
std::string to_text(const OutcomeParts& parts, const TextStyle& style);

}  // namespace vertebra::report
