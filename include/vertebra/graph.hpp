#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/rule_set.hpp>

namespace vertebra {

// A part of the graph; the whole where both are empty. Scopes and the deferral, which bear on everything, are said in words.
struct GraphView {
  std::string around;  // A treatment or red flag: what it rests on. A group stands with its members.
  std::string fact;    // A fact: what its answer can reach.
};

// The rule graph as a picture, in the language of Graphviz; the same bytes for the same rules. Empty for an unknown id in
// `view`, or when it has two.
std::string graph_dot(const RuleSet& rule_set, const GraphView& view = {});

// The rule graph as a Mermaid flowchart.
std::string graph_mermaid(const RuleSet& rule_set, const GraphView& view = {});

// The treatments and red flags that an answer to this fact can reach; ids in catalogue and file order. Empty for an
// unknown id.
std::vector<std::string> influenced_by(const RuleSet& rule_set, std::string_view fact);

// The facts that a treatment's verdict and score rest on, in vocabulary order. Empty for an unknown id.
std::vector<std::string> rests_on(const RuleSet& rule_set, std::string_view treatment);

}  // namespace vertebra
