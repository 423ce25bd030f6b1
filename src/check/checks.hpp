#pragma once

#include "base/reporter.hpp"
#include "graph/rule_graph.hpp"
#include "model/rule_set.hpp"

// One check a function, one function a file; the table is in check.cpp. Facts are shared by guides yet to be written, so no
// check minds one that nothing asks for.
namespace vertebra::check {

// Reports conditions and groups that rest on themselves (V0311).
void check_circles(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports conditions that no rule reads (V0601).
void check_unused_conditions(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports parameters that no expression of their guide compares with (V0601).
void check_unused_parameters(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports strength words that their guide gives to no treatment (V0601).
void check_unused_strengths(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports sources that neither a rule cites nor the guide explains (V0602).
void check_uncited_sources(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports profiles that use a draft or a retired guide (V0603).
void check_inactive_guides(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

}  // namespace vertebra::check
