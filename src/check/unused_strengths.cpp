#include <string>
#include <vector>

#include "check/checks.hpp"
#include "check/left_over.hpp"

namespace vertebra::check {

void check_unused_strengths(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Guide& guide : rules.guides) {
    std::vector<bool> used(guide.strengths.size(), false);
    for (const model::Opinion& opinion : guide.opinions)
      if (opinion.strength >= 0) used[static_cast<std::size_t>(opinion.strength)] = true;
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i] && !may_be_left_over(guide, guide.strengths[i].place))
        reporter.report(base::Code::unused, guide.strengths[i].place,
                        "no treatment has the strength `" + guide.strengths[i].word + "`",
                        "give it to a treatment, or take it out");
  }
}

}  // namespace vertebra::check
