#include "graph/unused.hpp"

#include "graph/body.hpp"
#include "graph/rule_graph.hpp"

namespace vertebra::graph {

std::vector<int> unused(const RuleGraph& graph, NodeKind kind) {
  const Adjacency& adjacency = graph.body().adjacency;
  std::vector<int> nodes;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(adjacency)))
    if (adjacency[vertex].kind == kind && boost::out_degree(vertex, adjacency) == 0)
      nodes.push_back(static_cast<int>(vertex));
  return nodes;
}

}  // namespace vertebra::graph
