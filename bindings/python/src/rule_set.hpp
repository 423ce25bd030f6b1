#pragma once

#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/rule_set.hpp>

namespace vertebra::python {

// A loaded rule set, and what was worth a warning in it.
struct LoadedRules {
  RuleSet rule_set;
  std::vector<Diagnostic> diagnostics;
};

// The rule set, where its rules are there; otherwise throws Refused, which says that it has no `missing`.
const RuleSet& with_rules(const LoadedRules& loaded, std::string_view missing);

}  // namespace vertebra::python
