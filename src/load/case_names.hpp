#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/fields.hpp"
#include "model/cases.hpp"

namespace vertebra::load {

// What the cases of one profile may speak of, by the parts of an outcome.
struct CaseNames {
  CaseNames(const model::RuleSet& rules, const model::Profile& profile);

  // False after a report: "`fevr` is not a fact", with the nearest one.
  static bool knows(Reading& reading, const std::vector<std::string>& names, const Name& name, std::string_view kind);

  std::vector<std::string> levels;  // Least to most urgent.
  std::vector<std::string> facts;
  std::vector<std::string> treatments;  // Without groups.
  std::vector<std::string> red_flags;   // Of the guides that have a say.
  std::vector<std::string> contraindications;
  std::vector<std::string> clauses;
  std::vector<std::string> notices;  // The engine's own first.
};

}  // namespace vertebra::load
