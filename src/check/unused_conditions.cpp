#include <string>

#include "check/checks.hpp"
#include "graph/unused.hpp"

namespace vertebra::check {

void check_unused_conditions(const model::RuleSet&, const graph::RuleGraph& graph, base::Reporter& reporter) {
  for (const int number : graph::unused(graph, graph::NodeKind::condition)) {
    const graph::Node& node = graph.node(number);
    reporter.report(base::Code::unused, node.place, "no rule reads the condition `" + node.id + "`",
                    "use it in a rule, or take it out");
  }
}

}  // namespace vertebra::check
