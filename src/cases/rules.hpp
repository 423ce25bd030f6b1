#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::cases {

// A rule with a condition of its own, as coverage counts it.
struct Rule {
  std::string_view kind;
  int guide = -1;  // Into RuleSet::guides; -1 for a shared condition.
  std::string id;
  base::Place place;                             // Where its lines begin.
  const model::Expression* condition = nullptr;  // Into the rule set.
};

// All of them, guide by guide. `rules` must outlive the list.
std::vector<Rule> rules_of(const model::RuleSet& rules);

// The last line of what begins at a place: its block goes on while lines are indented deeper.
int last_line(const base::Files& files, base::Place place);

}  // namespace vertebra::cases
