#pragma once

#include "explain/why_tree.hpp"
#include "explain/written.hpp"
#include "graph/rule_graph.hpp"
#include "report/patient_path.hpp"
#include "report/why_parts.hpp"

namespace vertebra::report {

// The part of the rules that bears on what was asked, with the answer as the path through it. `tree` and `parts` are of one
// answer, `graph` of its profile.
PatientPath path_of(const graph::RuleGraph& graph, const explain::Written& written, const explain::WhyTree& tree,
                    const WhyParts& parts);

}  // namespace vertebra::report
