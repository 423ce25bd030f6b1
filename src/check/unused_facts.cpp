#include <string>
#include <vector>

#include "check/checks.hpp"
#include "graph/leaves.hpp"
#include "graph/unused.hpp"

namespace vertebra::check {

// A fact of a consistency rule counts as used: its answer narrows others.
void check_unused_facts(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter) {
  if (rules.guides.empty()) return;
  std::vector<bool> narrows(rules.vocabulary.facts.size(), false);
  for (const model::Clause& clause : rules.vocabulary.consistency)
    for (const model::Expression& part : clause.parts)
      for (const graph::Leaf& leaf : graph::leaves(part))
        if (leaf.expression->fact >= 0) narrows[static_cast<std::size_t>(leaf.expression->fact)] = true;
  for (const int number : graph::unused(graph, graph::NodeKind::fact)) {
    const graph::Node& node = graph.node(number);
    if (narrows[static_cast<std::size_t>(node.index)]) continue;
    reporter.report(base::Code::unused, node.place, "no guide of this folder asks for the fact `" + node.id + "`",
                    "take it out, or say under `silence` why it stays");
  }
}

}  // namespace vertebra::check
