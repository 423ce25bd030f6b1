#pragma once

#include <string>

#include "graph/rule_graph.hpp"
#include "report/patient_path.hpp"
#include "report/picture.hpp"

namespace vertebra::report {

// The rules as a picture in the language of Graphviz, from facts on the left to advice on the right; the same bytes for the
// same rules. Colours are those of Okabe and Ito, and no meaning rests on colour alone.
std::string to_dot(const graph::RuleGraph& graph, View view = {});

// The same of a part of the rules, with what decided for one patient drawn out and the rest faint.
std::string to_dot(const graph::RuleGraph& graph, const PatientPath& path);

}  // namespace vertebra::report
