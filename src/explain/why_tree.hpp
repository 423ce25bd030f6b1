#pragma once

#include <cstdint>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/why.hpp>

#include "model/expression.hpp"

namespace vertebra::explain {

// A node of an answer, as numbers; WhyNode is the same in words. What `index` means, by kind: at_least: a care level;
// red_flag, treatment, contraindication, score, consistency, fact and argument: places in the image; position and strength:
// of the treatment; indication: the opinion in the treatment's line; condition: of its guide or, with guide -1, shared;
// member: of its score.
struct Reason {
  WhyKind kind = WhyKind::fact;
  Truth truth = Truth::unknown;
  bool negated = false;
  bool repeated = false;
  bool derived = false;  // fact
  int depth = 0;
  int parent = -1;
  int guide = -1;  // Place in the profile.
  std::uint32_t index = 0;
  std::uint32_t second = 0;  // rank: the other treatment; indication, argument: the treatment; member: the score;
                             // consistency: the step of narrowing
  const model::Expression* expression = nullptr;
};

struct WhyTree {
  WhySubject subject = WhySubject::care;
  Truth truth = Truth::unknown;
  std::vector<Reason> reasons;       // Each after its parent.
  std::vector<std::uint32_t> facts;  // That decided, ascending.
  std::vector<std::uint32_t> set_aside;
  std::vector<TreatmentSummary> treatments;  // The one asked for, or both of a rank, as in the full run.
  std::uint32_t care_least = 0;              // Of the full run.
  std::uint32_t care_most = 0;
};

}  // namespace vertebra::explain
