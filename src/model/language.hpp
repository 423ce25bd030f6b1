#pragma once

#include <string_view>

#include "model/rule_set.hpp"

namespace vertebra::model {

// The rule set with every text in the language of this tag, where it has one in that language; translations are left out.
RuleSet in_language(RuleSet rules, std::string_view language);

}  // namespace vertebra::model
