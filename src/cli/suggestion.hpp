#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vertebra::cli {

// "did you mean `evaluate`?" for the nearest candidate, or nothing when none is near.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace vertebra::cli
