#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/rule_set.hpp"
#include "support/reference_outcome.hpp"

namespace vertebra::reference {

struct Question {
  std::string fact;
  bool scope = false;
  int level = 0;  // The highest that it could raise care to; 0 for none.
  int verdicts = 0;
  int points = 0;
  Ids could_change;
  friend bool operator==(const Question&, const Question&) = default;
};

// What to ask next (rule-language section 5), in its order. Read off what the slow evaluator says that each undecided
// part waits on; only scopes are asked anew.
std::vector<Question> questions(const model::RuleSet& rules, const model::Profile& profile,
                                std::span<const base::Possible> answers);

std::string to_string(const std::vector<Question>& questions);

// All that counts as advice: care, verdicts, and of what is not withheld the score and the cautions that hold.
std::string advice(const Outcome& outcome);

}  // namespace vertebra::reference
