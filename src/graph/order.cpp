#include "graph/order.hpp"

#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/topological_sort.hpp>
#include <iterator>

#include "graph/body.hpp"
#include "graph/rule_graph.hpp"

namespace vertebra::graph {

std::vector<Compiled> evaluation_order(const model::RuleSet& rules) { return evaluation_order(RuleGraph{rules}); }

std::vector<Compiled> evaluation_order(const RuleGraph& graph) {
  // Walked against its edges, a graph is finished with a node only after all that the node reads.
  const Adjacency& adjacency = graph.body().adjacency;
  const auto reversed = boost::make_reverse_graph(adjacency);
  std::vector<Vertex> sequence;
  try {
    boost::topological_sort(reversed, std::back_inserter(sequence));
  } catch (const boost::not_a_dag&) {
    return {};
  }
  std::vector<Compiled> order;
  for (const Vertex vertex : sequence) {
    const Node& node = adjacency[vertex];
    if (node.kind == NodeKind::condition) order.push_back({Compiled::Kind::condition, node.guide, node.index});
    if (node.kind == NodeKind::score) order.push_back({Compiled::Kind::score, node.guide, node.index});
    if (node.kind == NodeKind::red_flag) order.push_back({Compiled::Kind::red_flag, node.guide, node.index});
  }
  return order;
}

}  // namespace vertebra::graph
