#pragma once

#include <array>
#include <string>
#include <vector>

#include <vertebra/diagnostic.hpp>
#include <vertebra/rule_set.hpp>

namespace vertebra::python {

// A loaded rule set, what was worth a warning in it, and how to load it again: folder, profile, site and language.
struct LoadedRules {
  RuleSet rule_set;
  std::vector<Diagnostic> diagnostics;
  std::array<std::string, 4> origin;
};

}  // namespace vertebra::python
