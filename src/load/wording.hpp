#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

// Turns of phrase that the messages of this layer share.
namespace vertebra::load {

// "`text`"
std::string ticked(std::string_view text);

// "a red flag", "an argument"
std::string with_article(std::string_view noun);

// "did you mean `fever`?", or nothing when no candidate is close.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

// "`spine_pro/guide.yaml`, line 12"
std::string place_text(const base::Files& files, base::Place place);

// "`a`, `b` or `c`"
std::string list_text(const std::vector<std::string>& names, std::string_view conjunction = "or");

}  // namespace vertebra::load
