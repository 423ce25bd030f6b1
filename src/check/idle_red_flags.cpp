#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "check/checks.hpp"
#include "check/normal_forms.hpp"

namespace vertebra::check {
namespace {

// Red flags of one guide share its scope, and where one is used the other is too; across guides neither is certain.
void compare(const model::RuleSet& rules, int number, NormalForms& forms, base::Reporter& reporter) {
  const model::Guide& guide = rules.guides[static_cast<std::size_t>(number)];
  std::vector<const model::RedFlag*> most_urgent_first;
  for (const model::RedFlag& flag : guide.red_flags) most_urgent_first.push_back(&flag);
  std::ranges::stable_sort(most_urgent_first, std::ranges::greater{}, &model::RedFlag::level);
  std::map<NormalForms::Form, const model::RedFlag*> known;
  for (const model::RedFlag* flag : most_urgent_first) {
    const NormalForms::Form form = forms.of(flag->when, number);
    if (forms.is_constant(form)) continue;
    const auto [other, is_new] = known.try_emplace(form, flag);
    if (is_new) continue;
    reporter.report(base::Code::idle_red_flag, flag->place,
                    "the red flag `" + flag->id + "` never adds to `" + other->second->id +
                        "`, which has the same condition and level `" +
                        rules.vocabulary.care_levels[static_cast<std::size_t>(other->second->level)].id + "`",
                    "take it out, or mend its condition");
  }
}

}  // namespace

void check_idle_red_flags(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter) {
  NormalForms forms{rules, graph};
  for (int guide = 0; guide < static_cast<int>(rules.guides.size()); ++guide) compare(rules, guide, forms, reporter);
}

}  // namespace vertebra::check
