#include "graph/cycles.hpp"

#include <algorithm>
#include <boost/graph/strong_components.hpp>
#include <deque>
#include <string>
#include <vector>

#include "graph/body.hpp"
#include "graph/rule_graph.hpp"

namespace vertebra::graph {
namespace {

using Components = std::vector<std::size_t>;

bool reads_itself(const Adjacency& graph, Vertex vertex) { return boost::edge(vertex, vertex, graph).second; }

// The shortest way back from `start` to itself against the edges: from a reader to what it reads.
std::vector<Vertex> circle_through(const Adjacency& graph, const Components& components, Vertex start) {
  if (reads_itself(graph, start)) return {start};
  std::vector<Vertex> reader(boost::num_vertices(graph), start);
  std::vector<bool> seen(boost::num_vertices(graph), false);
  std::deque<Vertex> open{start};
  while (!open.empty()) {
    const Vertex vertex = open.front();
    open.pop_front();
    for (const auto& edge : boost::make_iterator_range(boost::in_edges(vertex, graph))) {
      const Vertex read = boost::source(edge, graph);
      if (read == start) {
        std::vector<Vertex> circle{vertex};
        while (circle.back() != start) circle.push_back(reader[circle.back()]);
        std::ranges::reverse(circle);
        return circle;
      }
      if (seen[read] || components[read] != components[start]) continue;
      seen[read] = true;
      reader[read] = vertex;
      open.push_back(read);
    }
  }
  return {start};
}

std::string name_of(const Node& node) { return node.kind == NodeKind::scope ? "scope of " + node.id : node.id; }

void report_circle(const Adjacency& graph, const std::vector<Vertex>& circle, base::Reporter& reporter) {
  const Node& start = graph[circle.front()];
  std::string path;
  for (const Vertex vertex : circle) path += name_of(graph[vertex]) + " → ";
  const bool groups = start.kind == NodeKind::treatment;
  reporter.report(
      base::Code::circle, start.place,
      "`" + path + name_of(start) + "` is a circle: `" + name_of(start) + "` " +
          (groups ? "is part of itself" : "rests on itself"),
      groups ? "take `part_of` away from one of them" : "take one of these names out of the `when` before it");
}

}  // namespace

void report_circles(const RuleGraph& rule_graph, base::Reporter& reporter) {
  const Adjacency& graph = rule_graph.body().adjacency;
  Components components(boost::num_vertices(graph));
  const auto numbers = boost::get(boost::vertex_index, graph);
  const std::size_t count =
      boost::strong_components(graph, boost::make_iterator_property_map(components.begin(), numbers));
  std::vector<int> sizes(count, 0);
  for (const std::size_t component : components) ++sizes[component];
  std::vector<bool> shown(boost::num_vertices(graph), false);
  for (Vertex vertex = 0; vertex < boost::num_vertices(graph); ++vertex) {
    if (shown[vertex] || (sizes[components[vertex]] < 2 && !reads_itself(graph, vertex))) continue;
    const std::vector<Vertex> circle = circle_through(graph, components, vertex);
    for (const Vertex member : circle) shown[member] = true;
    report_circle(graph, circle, reporter);
  }
}

}  // namespace vertebra::graph
