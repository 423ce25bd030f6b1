#pragma once

#include <vertebra/patient.hpp>

#include "base/reporter.hpp"
#include "graph/rule_graph.hpp"
#include "model/rule_set.hpp"

// One check a function, one function a file; the table is in check.cpp. All are warnings but for circles.
namespace vertebra::check {

// Reports conditions and groups that rest on themselves (V0311).
void check_circles(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports facts that neither a rule nor a consistency rule of the folder reads (V0601).
void check_unused_facts(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

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
// Reports treatments whose indication no answers make yes, and scopes that hold for nobody (V0612).
void check_unreachable_treatments(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports names that are one slip of the pen apart, or the same words in another order (V0604).
void check_alike_names(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports conditions of several parts that say the same under two names (V0605).
void check_equal_conditions(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports red flags beside one of the same guide with the same condition and no lower level (V0606).
void check_idle_red_flags(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports arguments without points, and treatments that their own arguments cannot move past another (V0607).
void check_idle_arguments(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports texts that are not there in every language of the vocabulary (V0608).
void check_missing_translations(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports SNOMED CT and LOINC codes whose check digit does not fit (V0609).
void check_mistyped_codes(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);

// Reports guides that were no longer valid on that day (V0610).
void check_expired_guides(const model::RuleSet& rules, Date as_of, base::Reporter& reporter);

}  // namespace vertebra::check
