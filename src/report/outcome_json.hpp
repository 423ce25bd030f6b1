#pragma once

#include <string>

#include "eval/result.hpp"
#include "image/image.hpp"
#include "report/outcome_parts.hpp"

namespace vertebra::report {

// The JSON form of rule-language section 5: one line, keys in the order given there, empty members omitted.
std::string to_json(const image::Image& image, const eval::Result& result);
std::string to_json(const OutcomeParts& parts);

}  // namespace vertebra::report
