#include <vertebra/graph.hpp>

#include <algorithm>

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

}  // namespace

std::string graph_dot(const RuleSet& rule_set) {
  return report::to_dot(graph::RuleGraph{rule_set.state().rules, rule_set.state().profile});
}

std::string graph_mermaid(const RuleSet& rule_set) {
  return report::to_mermaid(graph::RuleGraph{rule_set.state().rules, rule_set.state().profile});
}

std::vector<std::string> influenced_by(const RuleSet& rule_set, std::string_view fact) {
  const auto& known = rule_set.state().fact_by_id;
  const auto found = known.find(fact);
  if (found == known.end()) return {};
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
