#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/place.hpp"

namespace vertebra::model {

enum class Relation : std::uint8_t { less, less_or_equal, greater, greater_or_equal };

enum class Operator : std::uint8_t {
  constant,    // value
  fact,        // a boolean fact is yes
  choice,      // a choice fact is one of `choices`
  comparison,  // quantity fact `relation` threshold (in the fact's own unit)
  condition,   // a shared condition (guide == -1) or a guide's own
  red_flag,    // a red flag of the guide, with its scope
  score,       // a score of the guide `relation` threshold
  negation,    // not operands[0]
  all,         // and
  any,         // or
  at_least,    // at least `count` of operands; `none of` is the negation of any
};

// A resolved expression: names are indices into the rule set, thresholds are in the fact's unit. Chains are the `all` of
// their two comparisons; `is not` and `not in` are negations of a choice.
struct Expression {
  Operator op = Operator::constant;
  bool value = false;         // constant
  int count = 0;              // at_least
  int fact = -1;              // fact, choice, comparison: index into Vocabulary::facts
  int guide = -1;             // condition, red_flag, score: index into RuleSet::guides, -1 for shared
  int index = -1;             // condition, red_flag, score: index into the guide's or vocabulary's list
  std::uint64_t choices = 0;  // choice: bit i for the fact's choices[i]
  Relation relation = Relation::less;
  double threshold = 0;  // comparison, score: a score's is a whole number
  int parameter = -1;    // comparison, score: into Guide::parameters when the threshold was named, else -1
  base::Place place;
  std::vector<Expression> operands;
};

}  // namespace vertebra::model
