#pragma once

#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/rule_set.hpp>

namespace vertebra::python {

// A loaded rule set and what was worth a warning in it.
struct LoadedRules {
  RuleSet rule_set;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace vertebra::python
