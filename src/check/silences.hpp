#pragma once

#include <vector>

#include "base/reporter.hpp"
#include "model/rule_set.hpp"

namespace vertebra::check {

// Takes out the warnings that the rule set silences and reports each silence, and each name in one, that silenced nothing
// (V0611). Not judged are silences of expired guides where nobody looked for those, and all of them where a site changes
// the rules, because what it took away was silenced for other sites.
struct Looked {
  bool for_expired_guides = false;
  bool with_a_site = false;
};
void apply_silences(const model::RuleSet& rules, Looked looked, std::vector<Diagnostic>& diagnostics);

}  // namespace vertebra::check
