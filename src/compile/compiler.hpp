#pragma once

#include <span>
#include <string_view>

#include "image/image.hpp"
#include "model/rule_set.hpp"

namespace vertebra::compile {

// A condition of the rules, to find it again in the image: coverage counts what each turned out to be.
struct Probe {
  const model::Expression* condition = nullptr;
  image::Literal literal;  // Filled in by compile().
};

// Compiles what one profile uses. `rules` must have been loaded without errors and hold no circle; `hash` is the content
// hash that outcomes show. Conditions of `probes` that no rule in use has get gates of their own, which change nothing.
image::Image compile(const model::RuleSet& rules, const model::Profile& profile, std::string_view hash,
                     std::span<Probe> probes = {});

}  // namespace vertebra::compile
