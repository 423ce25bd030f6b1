#pragma once

#include <variant>

#include <vertebra/why.hpp>

#include "api/state.hpp"
#include "explain/explainer.hpp"

namespace vertebra {

// The question by places in the image, or what is wrong with it.
std::variant<explain::Asked, Diagnostic> resolve(const RuleSet::State& rules, const WhyQuestion& question);

}  // namespace vertebra
