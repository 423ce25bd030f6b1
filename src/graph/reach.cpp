#include "graph/reach.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <iterator>

#include "graph/body.hpp"
#include "graph/rule_graph.hpp"

namespace vertebra::graph {
namespace {

// The nodes that can be reached along the edges, `start` included, in ascending order.
template <class Graph>
std::vector<int> reached(const Graph& graph, int start) {
  std::vector<Vertex> found;
  const auto recorder = boost::make_bfs_visitor(
      boost::write_property(boost::identity_property_map{}, std::back_inserter(found), boost::on_discover_vertex{}));
  boost::breadth_first_search(graph, static_cast<Vertex>(start), boost::visitor(recorder));
  std::ranges::sort(found);
  return {found.begin(), found.end()};
}

struct NoCaution {
  const Adjacency* graph = nullptr;
  template <class EdgeDescriptor>
  bool operator()(const EdgeDescriptor& edge) const {
    return (*graph)[edge].kind != EdgeKind::cautions;
  }
};

}  // namespace

std::vector<int> influenced_by(const RuleGraph& graph, int fact_node) {
  std::vector<int> treatments;
  std::vector<int> red_flags;
  for (const int number : reached(graph.body().adjacency, fact_node)) {
    const Node& node = graph.node(number);
    if (node.kind == NodeKind::treatment && !node.is_group) treatments.push_back(number);
    if (node.kind == NodeKind::red_flag) red_flags.push_back(number);
  }
  treatments.insert(treatments.end(), red_flags.begin(), red_flags.end());
  return treatments;
}

std::vector<int> rests_on(const RuleGraph& graph, int treatment_node) {
  const Adjacency& adjacency = graph.body().adjacency;
  const auto decisive = boost::make_filtered_graph(adjacency, NoCaution{&adjacency});
  std::vector<int> facts;
  for (const int number : reached(boost::make_reverse_graph(decisive), treatment_node))
    if (graph.node(number).kind == NodeKind::fact) facts.push_back(number);
  return facts;
}

}  // namespace vertebra::graph
