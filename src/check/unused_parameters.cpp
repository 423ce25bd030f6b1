#include <string>
#include <vector>

#include "check/checks.hpp"
#include "check/guide_parts.hpp"
#include "check/left_over.hpp"
#include "graph/leaves.hpp"

namespace vertebra::check {

void check_unused_parameters(const model::RuleSet& rules, const graph::RuleGraph&, base::Reporter& reporter) {
  for (const model::Guide& guide : rules.guides) {
    std::vector<bool> used(guide.parameters.size(), false);
    for (const model::Expression* expression : expressions_of(guide))
      for (const graph::Leaf& leaf : graph::leaves(*expression))
        if (leaf.expression->parameter >= 0) used[static_cast<std::size_t>(leaf.expression->parameter)] = true;
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i] && !may_be_left_over(guide, guide.parameters[i].place))
        reporter.report(base::Code::unused, guide.parameters[i].place,
                        "no rule compares with the parameter `" + guide.parameters[i].id + "`",
                        "name it where its number stands, or take it out");
  }
}

}  // namespace vertebra::check
