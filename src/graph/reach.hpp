#pragma once

#include <vector>

namespace vertebra::graph {

class RuleGraph;

// The treatments (leaves, in catalogue order) and then the red flags (in profile and file order) that an answer to a fact
// can reach, as nodes: by red flags and deferral, scopes, indications, arguments, contraindications and cautions. What only a
// consistency rule carries from one fact to another is not followed.
std::vector<int> influenced_by(const RuleGraph& graph, int fact_node);

// The facts, in vocabulary order, on which the verdict and the score of a treatment rest, deferral included. Cautions change
// neither and are left out.
std::vector<int> rests_on(const RuleGraph& graph, int treatment_node);

}  // namespace vertebra::graph
