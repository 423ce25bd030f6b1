#pragma once

#include <string>

#include "graph/rule_graph.hpp"
#include "report/picture.hpp"

namespace vertebra::report {

// The rules as a Mermaid flowchart, as web pages and wikis draw it; the same bytes for the same rules. Tests stand on the
// edges: Mermaid has no tables.
std::string to_mermaid(const graph::RuleGraph& graph, View view = {});

}  // namespace vertebra::report
