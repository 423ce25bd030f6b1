#include "graph/rule_graph.hpp"

#include <algorithm>
#include <utility>

#include "graph/body.hpp"
#include "graph/builder.hpp"

namespace vertebra::graph {
namespace {

std::vector<Part> all_parts(const model::RuleSet& rules) {
  std::vector<Part> parts;
  for (const model::Guide& guide : rules.guides)
    parts.push_back({static_cast<int>(parts.size()), true, true, guide.defer_from});
  return parts;
}

std::vector<Part> parts_of(const model::Profile& profile) {
  const auto defer_from = [&](int guide) {
    return std::ranges::find(profile.defer_by, guide) == profile.defer_by.end() ? -1 : profile.defer_from;
  };
  std::vector<Part> parts{{profile.rank_by, true, true, defer_from(profile.rank_by)}};
  for (const int guard : profile.guards)
    if (guard != profile.rank_by) parts.push_back({guard, false, true, defer_from(guard)});
  return parts;
}

// The profile, and the overlays that changed what it shows.
std::string title_of(const model::RuleSet& rules, const model::Profile& profile) {
  std::string title = profile.id;
  for (const Part& part : parts_of(profile))
    for (const model::Overlay& overlay : rules.guides[static_cast<std::size_t>(part.guide)].overlays)
      title += " + " + overlay.id;
  return title;
}

Edge edge_of(const Adjacency& graph, const boost::graph_traits<Adjacency>::edge_descriptor& edge) {
  const Relationship& relationship = graph[edge];
  return {static_cast<int>(boost::source(edge, graph)), static_cast<int>(boost::target(edge, graph)), relationship.kind,
          relationship.negated, relationship.points};
}

template <class Iterators>
std::vector<Edge> edges_of(const Adjacency& graph, const Iterators& range) {
  std::vector<Edge> edges;
  for (const auto& edge : boost::make_iterator_range(range)) edges.push_back(edge_of(graph, edge));
  return edges;
}

}  // namespace

RuleGraph::RuleGraph(const model::RuleSet& rules)
    : body_{std::make_unique<Body>(Body{rules.vocabulary.id, Builder{rules, all_parts(rules), true}.take()})} {}

RuleGraph::RuleGraph(const model::RuleSet& rules, const model::Profile& profile)
    : body_{std::make_unique<Body>(Body{title_of(rules, profile), Builder{rules, parts_of(profile), false}.take()})} {}

RuleGraph::RuleGraph(RuleGraph&&) noexcept = default;
RuleGraph& RuleGraph::operator=(RuleGraph&&) noexcept = default;
RuleGraph::~RuleGraph() = default;

const std::string& RuleGraph::name() const noexcept { return body_->name; }

int RuleGraph::size() const noexcept { return static_cast<int>(boost::num_vertices(body_->adjacency)); }

const Node& RuleGraph::node(int number) const noexcept { return body_->adjacency[static_cast<Vertex>(number)]; }

int RuleGraph::find(NodeKind kind, int guide, int index, int part) const noexcept {
  for (int number = 0; number < size(); ++number) {
    const Node& each = node(number);
    if (each.kind == kind && each.guide == guide && each.index == index && each.part == part) return number;
  }
  return -1;
}

std::vector<Edge> RuleGraph::edges() const { return edges_of(body_->adjacency, boost::edges(body_->adjacency)); }

std::vector<Edge> RuleGraph::edges_out(int node) const {
  return edges_of(body_->adjacency, boost::out_edges(static_cast<Vertex>(node), body_->adjacency));
}

std::vector<Edge> RuleGraph::edges_in(int node) const {
  return edges_of(body_->adjacency, boost::in_edges(static_cast<Vertex>(node), body_->adjacency));
}

}  // namespace vertebra::graph
