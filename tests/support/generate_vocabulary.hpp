#pragma once

#include "model/rule_set.hpp"
#include "support/generate_tape.hpp"

namespace vertebra::generate {

struct VocabularyOptions {
  int clauses = 3;     // At most.
  bool years = false;  // Whether some facts take whole years only.
};

// Two to six facts of all types, up to three conditions, some consistency rules that leave somebody possible, and a
// catalogue of up to seven treatments in groups up to two deep.
model::Vocabulary vocabulary(Tape& facts, Tape& clauses, Tape& catalogue, const VocabularyOptions& options);

}  // namespace vertebra::generate
