#pragma once

#include <map>
#include <utility>
#include <vector>

#include "compile/network.hpp"
#include "model/rule_set.hpp"

namespace vertebra::compile {

// A rule's own condition and the same joined to its guide's scope.
struct Holding {
  Wire when;
  Wire holds;
};

// Turns the expressions of a rule set into wires. Conditions, red flags and scores are compiled once, each after what it
// reads.
class Conditions {
 public:
  // `guides` are those in use, by index into RuleSet::guides.
  Conditions(const model::RuleSet& rules, const std::vector<int>& guides, Network& network);

  Wire compile(const model::Expression& expression);
  Wire scope(int guide) const { return scopes_.at(guide); }
  // Absent expressions are yes.
  Wire when(const std::optional<model::Expression>& expression);
  Holding rule(int guide, const model::Expression& when);
  // Where the members of a score stand in Image::members.
  image::Range score(int guide, int index) const { return scores_.at({guide, index}); }
  // Of all scores, as Image::members, their literals still wires.
  const std::vector<image::Member>& members() const { return members_; }
  Holding red_flag(int guide, int index) const { return red_flags_.at({guide, index}); }

 private:
  Wire compile_comparison(const model::Expression& expression);
  Wire compile_score(const model::Expression& expression);
  image::Range add_members(const model::Score& score);
  std::vector<Wire> compile_all(const std::vector<model::Expression>& expressions);

  const model::RuleSet& rules_;
  Network& network_;
  std::map<int, Wire> scopes_;
  std::map<std::pair<int, int>, Wire> conditions_;  // Guide (-1 for shared) and index.
  std::map<std::pair<int, int>, Holding> red_flags_;
  std::map<std::pair<int, int>, image::Range> scores_;
  std::vector<image::Member> members_;
};

}  // namespace vertebra::compile
