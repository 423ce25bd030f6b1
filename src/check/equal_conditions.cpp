#include <map>
#include <string>

#include "check/checks.hpp"
#include "check/normal_forms.hpp"

namespace vertebra::check {
namespace {

using Known = std::map<NormalForms::Form, const model::Condition*>;

// A second name for a single test may stand for a thought of its own, so only conditions of several parts are compared.
void compare(const std::vector<model::Condition>& conditions, int guide, NormalForms& forms, Known& known,
             base::Reporter& reporter) {
  for (const model::Condition& condition : conditions) {
    const NormalForms::Form form = forms.of(condition.when, guide);
    if (forms.is_constant(form) || forms.is_test(form)) continue;
    const auto [earlier, is_new] = known.try_emplace(form, &condition);
    if (is_new) continue;
    reporter.report(base::Code::equal_conditions, condition.place,
                    "the condition `" + condition.id + "` says the same as `" + earlier->second->id + "`",
                    "keep one of them");
  }
}

}  // namespace

void check_equal_conditions(const model::RuleSet& rules, const graph::RuleGraph& graph, base::Reporter& reporter) {
  NormalForms forms{rules, graph};
  Known shared;
  compare(rules.vocabulary.conditions, -1, forms, shared, reporter);
  for (int guide = 0; guide < static_cast<int>(rules.guides.size()); ++guide) {
    Known known = shared;  // What another guide calls its own is none of this one's.
    compare(rules.guides[static_cast<std::size_t>(guide)].conditions, guide, forms, known, reporter);
  }
}

}  // namespace vertebra::check
