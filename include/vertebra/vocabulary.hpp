#pragma once

#include <string_view>
#include <vector>

#include <vertebra/rule_set.hpp>

namespace vertebra {

// A code of a terminology that stands for a fact (or for one of its values).
struct CodeBinding {
  std::string_view system;  // snomed, loinc, rxnorm, icd10cm
  std::string_view code;
  std::string_view mark;   // How well it was checked: V and C may be used; W and U are only listed.
  std::string_view value;  // The choice, or yes or no, that the code stands for; empty where it does not say.
};

enum class FactKind { boolean, quantity, choice };

// What the vocabulary says of one fact. Views live as long as the rule set.
struct FactInfo {
  std::string_view id;
  std::string_view ask;
  FactKind kind = FactKind::boolean;
  std::string_view unit;  // UCUM; empty for other kinds.
  double min = 0;         // Range of a quantity, both ends included.
  double max = 0;
  std::vector<std::string_view> choices;
  std::vector<CodeBinding> codes;
};

// All facts of the vocabulary, in its order; index i is FactId{i} of an engine made from this rule set.
std::vector<FactInfo> facts(const RuleSet& rule_set);

}  // namespace vertebra
