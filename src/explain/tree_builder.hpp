#pragma once

#include <cstdint>
#include <vector>

#include "eval/answers.hpp"
#include "eval/result.hpp"
#include "explain/costs.hpp"
#include "explain/narrowed.hpp"
#include "explain/why_tree.hpp"
#include "explain/written.hpp"

namespace vertebra::explain {

// A run to read the truth of things from.
struct Run {
  const eval::Result& result;
  const eval::Answers& answers;
  const Narrowed& narrowed;
  const Costs& costs;
};

// Grows an answer from what is asked down to facts, through what decides: one true operand of an `or`, the refuting part of
// an `and`, all that is open of what is unknown. Each condition and rule is unfolded once, so an answer is never longer than
// the rules are. No recursion: rules may rest on each other in chains of any length.
class TreeBuilder {
 public:
  TreeBuilder(const Written& written, WhyTree& tree);

  // Adds one node; returns its number, for the parent of others.
  int add(Reason reason);
  // Adds a node below another one, with all that is below it in this run.
  void grow(Reason reason, const Run& run, int parent = -1);

  Reason at_least(std::uint32_t level, const eval::Result& result) const;
  Reason red_flag(std::uint32_t flag, const eval::Result& result) const;
  Reason contraindication(std::uint32_t number, const eval::Result& result) const;
  Reason scope(int guide, const eval::Result& result) const;
  Reason treatment(std::uint32_t treatment, const eval::Result& result) const;
  Reason argument(std::uint32_t argument, std::uint32_t treatment, const eval::Result& result) const;

 private:
  struct Item {
    Reason reason;
    std::uint32_t steps = 0;  // How many steps of narrowing may be named: a step rests on those before it.
  };

  struct Operand {
    const model::Expression* expression;
    std::uint32_t cost;
  };

  // Each pushes what is below a node to below_.
  void unfold(const Item& item);
  void unfold_at_least(const Reason& reason);
  void unfold_rule(const Reason& reason, const model::Expression& when);
  void unfold_treatment(const Reason& reason);
  void unfold_indications(const Reason& reason);
  void unfold_blocks(const Reason& reason);
  void unfold_deferral(const Reason& reason);
  void unfold_expression(const Item& item);
  void unfold_comparison(const Item& item);
  void unfold_score(const Reason& reason);
  void unfold_fact(const Item& item);
  void unfold_clause(const Item& item);

  void push(Reason reason) { below_.push_back({reason, all_steps()}); }
  void push_scope(int guide);
  template <class Counts>
  void push_flags(Truth truth, const Counts& counts);
  void push_expression(const model::Expression& expression, int guide, std::uint32_t steps);
  void push_fact(const model::Expression& test, Truth truth, std::uint32_t steps, bool negated = false);
  std::uint32_t all_steps() const { return static_cast<std::uint32_t>(run_->narrowed.size()); }
  std::vector<Operand> deciding(const model::Expression& expression) const;
  // About how many facts the truth of an expression takes.
  std::uint32_t cost(const model::Expression& expression) const;
  bool is_first(const Reason& reason);
  static Truth reached(const Reason& score);  // Whether its sum lies above the cut of its comparison.

  const Written& written_;
  const image::Image& image_;
  WhyTree& tree_;
  const Run* run_ = nullptr;
  std::vector<Item> below_;
  std::vector<Item> stack_;
  std::vector<std::uint8_t> unfolded_;
};

}  // namespace vertebra::explain
