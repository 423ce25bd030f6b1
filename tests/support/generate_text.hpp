#pragma once

#include <span>
#include <string>

#include "model/rule_set.hpp"

// Rules and patients in the words of the rule language, so that a failed property can be read.
namespace vertebra::generate {

std::string to_text(const model::RuleSet& rules, const model::Expression& expression);
std::string to_text(const model::RuleSet& rules, const model::Profile& profile);
std::string to_text(const model::RuleSet& rules);  // Without its profiles.

// "{f0: yes, f1: 2 .. 3.5, f2: x0 or x2}"; what is unknown is left out.
std::string to_text(const model::Vocabulary& vocabulary, std::span<const base::Possible> answers);

}  // namespace vertebra::generate
