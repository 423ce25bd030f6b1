#pragma once

#include <string_view>

#include "image/image.hpp"
#include "model/rule_set.hpp"

namespace vertebra::compile {

// Compiles what one profile uses. `rules` must have been loaded without errors and hold no circle; `hash` is the content
// hash that outcomes show.
image::Image compile(const model::RuleSet& rules, const model::Profile& profile, std::string_view hash);

}  // namespace vertebra::compile
