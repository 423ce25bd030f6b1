#pragma once

#include "model/rule_set.hpp"
#include "support/generate_tape.hpp"

namespace vertebra::generate {

// The names that an expression may use: the first so many of each list, so that nothing rests on itself.
struct Names {
  const model::Vocabulary& vocabulary;
  int shared_conditions = 0;
  int guide = -1;  // -1 in the vocabulary itself.
  int conditions = 0;
  int red_flags = 0;
  const std::vector<model::Score>* scores = nullptr;  // All that there are so far; null for none.
};

inline constexpr int whole_steps = 4;  // Quantities lie between 0 and 4, thresholds on whole numbers.

// A test of one fact. Tests of choices and quantities come in all their forms.
model::Expression test(Tape& tape, const model::Vocabulary& vocabulary);

// A condition at most so many operators deep.
model::Expression expression(Tape& tape, const Names& names, int depth);

model::Expression negation(model::Expression operand);
model::Expression joined(model::Operator op, std::vector<model::Expression> operands, int count = 0);

}  // namespace vertebra::generate
