#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "model/rule_set.hpp"
#include "support/generate_tape.hpp"
#include "support/generate_vocabulary.hpp"

namespace vertebra::generate {

using Answers = std::vector<base::Possible>;  // One a fact, in vocabulary order.

// A small rule set, one profile of it, and some patients.
struct Sample {
  model::RuleSet rules;
  model::Profile profile;
  std::vector<Answers> patients;
};

// Random samples that obey every rule of the loader and shrink to simpler ones.
rc::Gen<Sample> samples(int patients, const VocabularyOptions& options = {});

// What may still be answered: each fact unknown, exact, or partial.
Answers patient(Tape& tape, const model::Vocabulary& vocabulary);

// The values that both answers leave; the first answer where there are none.
base::Possible both(const base::FactShape& fact, const base::Possible& first, const base::Possible& second);

// For failed properties: the rules in the rule language, and the patients.
void showValue(const Sample& sample, std::ostream& stream);

}  // namespace vertebra::generate
