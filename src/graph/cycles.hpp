#pragma once

#include "base/reporter.hpp"

namespace vertebra::graph {

class RuleGraph;

// Reports what rests on itself (V0311): conditions, red flags, scores and scopes through their expressions, groups through
// `part_of`. Each message shows one whole path; everything that stands in a circle is in a reported one.
void report_circles(const RuleGraph& graph, base::Reporter& reporter);

}  // namespace vertebra::graph
