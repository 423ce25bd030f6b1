#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <vertebra/patient.hpp>

#include "base/reporter.hpp"
#include "graph/rule_graph.hpp"
#include "model/rule_set.hpp"

namespace vertebra::check {

// Looks at a whole rule set, reports, and repairs nothing. `graph` is of all guides.
struct Check {
  std::string_view name;
  std::string_view about;
  void (*run)(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter);
};

// Those that need no date, in the order in which they run.
std::span<const Check> all_checks() noexcept;

// Runs all of them. Without a date no guide is reported as expired.
void run_checks(const model::RuleSet& rules, base::Reporter& reporter, std::optional<Date> as_of = {});

}  // namespace vertebra::check
