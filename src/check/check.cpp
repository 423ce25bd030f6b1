#include "check/check.hpp"

#include "check/checks.hpp"

namespace vertebra::check {
namespace {

constexpr Check checks[] = {
    {"circles", "conditions and groups that rest on themselves", &check_circles},
    {"unused_facts", "facts that no guide asks for", &check_unused_facts},
    {"unused_conditions", "conditions that no rule reads", &check_unused_conditions},
    {"unused_parameters", "parameters that no expression compares with", &check_unused_parameters},
    {"unused_strengths", "strength words that no treatment is given", &check_unused_strengths},
    {"uncited_sources", "sources that nothing cites and nothing explains", &check_uncited_sources},
    {"inactive_guides", "profiles that use a draft or a retired guide", &check_inactive_guides},
    {"unreachable_treatments", "treatments that no patient can be offered", &check_unreachable_treatments},
    {"alike_names", "names that are easily taken for each other", &check_alike_names},
    {"equal_conditions", "conditions that say the same under two names", &check_equal_conditions},
    {"idle_red_flags", "red flags that never add to another", &check_idle_red_flags},
    {"idle_arguments", "arguments that never change the order", &check_idle_arguments},
    {"missing_translations", "texts that are missing in a language", &check_missing_translations},
    {"mistyped_codes", "codes whose check digit does not fit", &check_mistyped_codes},
};

}  // namespace

std::span<const Check> all_checks() noexcept { return checks; }

void run_checks(const model::RuleSet& rules, base::Reporter& reporter, std::optional<Date> as_of) {
  const graph::RuleGraph graph{rules};
  for (const Check& check : checks) check.run(rules, graph, reporter);
  if (as_of) check_expired_guides(rules, *as_of, reporter);
}

}  // namespace vertebra::check
