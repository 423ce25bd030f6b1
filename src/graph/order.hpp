#pragma once

#include <vector>

#include "model/rule_set.hpp"

namespace vertebra::graph {

class RuleGraph;

// A condition (shared where guide is -1), a red flag or a score, by its place in the model.
struct Compiled {
  enum class Kind { condition, red_flag, score };
  Kind kind = Kind::condition;
  int guide = -1;
  int index = -1;
  friend bool operator==(const Compiled&, const Compiled&) = default;
};

// All conditions, red flags and scores of all guides, each after what it reads; a red flag also after what the scope of its guide
// reads. Follows the written order where it can. Empty when something rests on itself, which report_circles tells.
std::vector<Compiled> evaluation_order(const model::RuleSet& rules);
std::vector<Compiled> evaluation_order(const RuleGraph& graph);

}  // namespace vertebra::graph
