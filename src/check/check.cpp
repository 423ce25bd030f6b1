#include "check/check.hpp"

#include "check/checks.hpp"

namespace vertebra::check {
namespace {

constexpr Check checks[] = {
    {"circles", "conditions and groups that rest on themselves", &check_circles},
    {"unused_conditions", "conditions that no rule reads", &check_unused_conditions},
    {"unused_parameters", "parameters that no expression compares with", &check_unused_parameters},
    {"unused_strengths", "strength words that no treatment is given", &check_unused_strengths},
    {"uncited_sources", "sources that nothing cites and nothing explains", &check_uncited_sources},
    {"inactive_guides", "profiles that use a draft or a retired guide", &check_inactive_guides},
};

}  // namespace

std::span<const Check> all_checks() noexcept { return checks; }

void run_checks(const model::RuleSet& rules, base::Reporter& reporter) {
  const graph::RuleGraph graph{rules};
  for (const Check& check : checks) check.run(rules, graph, reporter);
}

}  // namespace vertebra::check
