#pragma once

#include <span>
#include <vector>

#include "model/rule_set.hpp"
#include "support/reference_truth.hpp"

namespace vertebra::reference {

struct BrokenClause {
  int clause = -1;
  Facts facts;
  Facts set_aside;
};

struct Narrowed {
  Domains domains;
  std::vector<BrokenClause> conflicts;  // In the order in which they were found.
};

// Narrows the answers by the consistency rules; answers that break one are set aside until none is broken.
Narrowed narrow(const model::Vocabulary& vocabulary, std::span<const base::Possible> answers);

// True when the rules contradict each other for a patient of whom nothing is known; a sound vocabulary never does.
bool contradicts_itself(const model::Vocabulary& vocabulary);

}  // namespace vertebra::reference
