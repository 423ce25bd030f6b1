#include "check/checks.hpp"
#include "graph/cycles.hpp"

namespace vertebra::check {

void check_circles(const model::RuleSet&, const graph::RuleGraph& graph, base::Reporter& reporter) {
  graph::report_circles(graph, reporter);
}

}  // namespace vertebra::check
