#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/rule_set.hpp>

namespace vertebra {

// The rule graph as a picture, in the language of Graphviz; the same bytes for the same rules.
std::string graph_dot(const RuleSet& rule_set);

// The rule graph as a Mermaid flowchart.
std::string graph_mermaid(const RuleSet& rule_set);

// The treatments and red flags that an answer to this fact can reach; ids in catalogue and file order. Empty for an
// unknown id.
std::vector<std::string> influenced_by(const RuleSet& rule_set, std::string_view fact);

// The facts that a treatment's verdict and score rest on, in vocabulary order. Empty for an unknown id.
std::vector<std::string> rests_on(const RuleSet& rule_set, std::string_view treatment);

}  // namespace vertebra
