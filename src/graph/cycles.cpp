#include "graph/cycles.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <string>
#include <vector>

#include "graph/body.hpp"
#include "graph/rule_graph.hpp"

namespace vertebra::graph {
namespace {

struct InComponent {
  const std::vector<std::size_t>* components = nullptr;
  std::size_t component = 0;
  bool operator()(Vertex vertex) const { return (*components)[vertex] == component; }
};

bool reads_itself(const Adjacency& graph, Vertex vertex) { return boost::edge(vertex, vertex, graph).second; }

// The shortest way from `start` through what it reads and back to it.
std::vector<Vertex> circle_through(const Adjacency& graph, Vertex start, const InComponent& component) {
  const auto part = boost::make_filtered_graph(graph, boost::keep_all{}, component);
  const auto reversed = boost::make_reverse_graph(part);
  std::vector<Vertex> reader(boost::num_vertices(graph), start);
  std::vector<int> distance(boost::num_vertices(graph), 0);
  const auto recorder =
      boost::make_bfs_visitor(std::pair{boost::record_predecessors(reader.data(), boost::on_tree_edge{}),
                                        boost::record_distances(distance.data(), boost::on_tree_edge{})});
  boost::breadth_first_search(reversed, start, boost::visitor(recorder));
  Vertex last = start;  // The nearest of those that read `start`.
  for (const Vertex vertex : boost::make_iterator_range(boost::adjacent_vertices(start, part)))
    if (last == start || distance[vertex] < distance[last]) last = vertex;
  std::vector<Vertex> circle{last};
  while (circle.back() != start) circle.push_back(reader[circle.back()]);
  std::ranges::reverse(circle);
  return circle;
}

std::string name_of(const Node& node) { return node.kind == NodeKind::scope ? "scope of " + node.id : node.id; }

void report_circle(const Adjacency& graph, const std::vector<Vertex>& circle, base::Reporter& reporter) {
  const Node& start = graph[circle.front()];
  std::string path;
  for (const Vertex vertex : circle)  // A test of a score is not a name of its own.
    if (graph[vertex].kind != NodeKind::test) path += name_of(graph[vertex]) + " → ";
  path += name_of(start);
  const bool groups = start.kind == NodeKind::treatment;
  reporter.report(
      base::Code::circle, start.place,
      "`" + path + "` is a circle: `" + name_of(start) + (groups ? "` is part of itself" : "` rests on itself"),
      groups ? "take `part_of` away from one of them" : "let one of them do without the name that follows it");
}

}  // namespace

void report_circles(const RuleGraph& rule_graph, base::Reporter& reporter) {
  const Adjacency& graph = rule_graph.body().adjacency;
  std::vector<std::size_t> components(boost::num_vertices(graph));
  const auto numbers = boost::get(boost::vertex_index, graph);
  const std::size_t count =
      boost::strong_components(graph, boost::make_iterator_property_map(components.begin(), numbers));
  std::vector<int> sizes(count, 0);
  for (const std::size_t component : components) ++sizes[component];
  std::vector<bool> shown(boost::num_vertices(graph), false);
  for (Vertex vertex = 0; vertex < boost::num_vertices(graph); ++vertex) {
    if (shown[vertex]) continue;
    std::vector<Vertex> circle;
    if (reads_itself(graph, vertex))
      circle = {vertex};
    else if (sizes[components[vertex]] > 1)
      circle = circle_through(graph, vertex, {&components, components[vertex]});
    for (const Vertex member : circle) shown[member] = true;
    if (!circle.empty()) report_circle(graph, circle, reporter);
  }
}

}  // namespace vertebra::graph
