#include <algorithm>
#include <string>
#include <vector>

#include "check/checks.hpp"
#include "check/normal_forms.hpp"

namespace vertebra::check {
namespace {

using Form = NormalForms::Form;

class Finder {
 public:
  Finder(const model::RuleSet& rules, int guide, NormalForms& forms, base::Reporter& reporter)
      : rules_{rules},
        guide_{rules.guides[static_cast<std::size_t>(guide)]},
        number_{guide},
        forms_{forms},
        reporter_{reporter} {}

  // Each cause once: where the scope or a group above can already never be yes, that is said there.
  void run() {
    const std::vector<Form> scope = scope_parts();
    if (forms_.never_yes(forms_.all(scope))) {
      reporter_.report(base::Code::unreachable, guide_.scope->place,
                       "no patient is in the scope of guide `" + guide_.id + "`", "its parts rule each other out");
      return;
    }
    for (const model::Opinion& opinion : guide_.opinions)
      if (opinion.when) judge(opinion, scope);
  }

 private:
  std::vector<Form> scope_parts() {
    if (!guide_.scope) return {};
    return {forms_.of(*guide_.scope, number_)};
  }

  void judge(const model::Opinion& opinion, std::vector<Form> parts) {
    const auto& treatments = rules_.vocabulary.treatments;
    int above = treatments[static_cast<std::size_t>(opinion.treatment)].part_of;
    for (; above >= 0; above = treatments[static_cast<std::size_t>(above)].part_of) {
      const auto found = std::ranges::find(guide_.opinions, above, &model::Opinion::treatment);
      if (found != guide_.opinions.end() && found->when) parts.push_back(forms_.of(*found->when, number_));
    }
    if (forms_.never_yes(forms_.all(parts))) return;
    parts.push_back(forms_.of(*opinion.when, number_));
    if (!forms_.never_yes(forms_.all(std::move(parts)))) return;
    reporter_.report(base::Code::unreachable, opinion.when->place,
                     "no patient can be offered `" + treatments[static_cast<std::size_t>(opinion.treatment)].id +
                         "`: its `when`, with what stands above it, is never yes",
                     "its parts rule each other out, or the scope or the group above rules them out");
  }

  const model::RuleSet& rules_;
  const model::Guide& guide_;
  int number_;
  NormalForms& forms_;
  base::Reporter& reporter_;
};

}  // namespace

void check_unreachable_treatments(const model::RuleSet& rules, const graph::RuleGraph& graph,
                                  base::Reporter& reporter) {
  NormalForms forms{rules, graph};
  for (int guide = 0; guide < static_cast<int>(rules.guides.size()); ++guide)
    Finder{rules, guide, forms, reporter}.run();
}

}  // namespace vertebra::check
