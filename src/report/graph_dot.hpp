#pragma once

#include <string>

#include "graph/rule_graph.hpp"
#include "report/picture.hpp"

namespace vertebra::report {

// The rules as a picture in the language of Graphviz, from facts on the left to advice on the right; the same bytes for the
// same rules. Colours are those of Okabe and Ito, and no meaning rests on colour alone.
std::string to_dot(const graph::RuleGraph& graph, View view = {});

}  // namespace vertebra::report
