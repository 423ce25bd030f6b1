#include <vertebra/graph.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "api/state.hpp"
#include "graph/reach.hpp"
#include "graph/rule_graph.hpp"
#include "report/graph_dot.hpp"
#include "report/graph_mermaid.hpp"

namespace vertebra {
namespace {

std::vector<std::string> ids(const graph::RuleGraph& graph, const std::vector<int>& nodes) {
  std::vector<std::string> result;
  for (const int node : nodes) result.push_back(graph.node(node).id);
  return result;
}

// Treatments before red flags, should they share an id.
int find_node(const graph::RuleGraph& graph, std::string_view id, std::initializer_list<graph::NodeKind> kinds) {
  for (const graph::NodeKind kind : kinds)
    for (int node = 0; node < graph.size(); ++node)
      if (graph.node(node).kind == kind && graph.node(node).id == id) return node;
  return -1;
}

std::optional<report::View> find_view(const graph::RuleGraph& graph, const GraphView& view) {
  using graph::NodeKind;
  if (view.around.empty() && view.fact.empty()) return report::View{};
  if (!view.around.empty() && !view.fact.empty()) return std::nullopt;
  const bool around = !view.around.empty();
  const int node = around ? find_node(graph, view.around, {NodeKind::treatment, NodeKind::red_flag})
                          : find_node(graph, view.fact, {NodeKind::fact});
  if (node < 0) return std::nullopt;
  return report::View{around ? report::Side::before : report::Side::behind, node};
}

}  // namespace

std::string graph_dot(const RuleSet& rule_set, const GraphView& view) {
  if (rule_set.is_compiled()) return {};
  const graph::RuleGraph graph{rule_set.state().rules, rule_set.state().profile};
  const auto found = find_view(graph, view);
  return found ? report::to_dot(graph, *found) : std::string{};
}

std::string graph_mermaid(const RuleSet& rule_set, const GraphView& view) {
  if (rule_set.is_compiled()) return {};
  const graph::RuleGraph graph{rule_set.state().rules, rule_set.state().profile};
  const auto found = find_view(graph, view);
  return found ? report::to_mermaid(graph, *found) : std::string{};
}

std::vector<std::string> influenced_by(const RuleSet& rule_set, std::string_view fact) {
  const auto& known = rule_set.state().fact_by_id;
  const auto found = known.find(fact);
  if (rule_set.is_compiled() || found == known.end()) return {};
  const graph::RuleGraph graph{rule_set.state().rules, rule_set.state().profile};
  const int node = graph.find(graph::NodeKind::fact, -1, static_cast<int>(found->second));
  return node < 0 ? std::vector<std::string>{} : ids(graph, graph::influenced_by(graph, node));
}

std::vector<std::string> rests_on(const RuleSet& rule_set, std::string_view treatment) {
  const auto& catalogue = rule_set.state().rules.vocabulary.treatments;
  const auto found = std::ranges::find(catalogue, treatment, &model::Treatment::id);
  if (found == catalogue.end()) return {};
  const graph::RuleGraph graph{rule_set.state().rules, rule_set.state().profile};
  const int node = graph.find(graph::NodeKind::treatment, -1, static_cast<int>(found - catalogue.begin()));
  return node < 0 ? std::vector<std::string>{} : ids(graph, graph::rests_on(graph, node));
}

}  // namespace vertebra
