#include <algorithm>
#include <string>

#include "check/checks.hpp"
#include "check/left_over.hpp"
#include "graph/unused.hpp"

namespace vertebra::check {

void check_unused_conditions(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter) {
  for (const int number : graph::unused(graph, graph::NodeKind::condition)) {
    const graph::Node& node = graph.node(number);
    const auto left = [&](const model::Guide& guide) { return may_be_left_over(guide, node.place); };
    const bool shared = node.guide < 0;
    if (shared ? std::ranges::any_of(rules.guides, left) : left(rules.guides[static_cast<std::size_t>(node.guide)]))
      continue;
    reporter.report(base::Code::unused, node.place, "no rule reads the condition `" + node.id + "`",
                    "use it in a rule, or take it out");
  }
}

}  // namespace vertebra::check
