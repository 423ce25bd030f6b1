#pragma once

#include <vector>

#include "graph/node.hpp"

namespace vertebra::graph {

class RuleGraph;

// The nodes of this kind that nothing reads, in their order. Consistency rules are no part of the graph.
std::vector<int> unused(const RuleGraph& graph, NodeKind kind);

}  // namespace vertebra::graph
