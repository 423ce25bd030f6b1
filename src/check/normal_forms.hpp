#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "graph/rule_graph.hpp"
#include "model/rule_set.hpp"

namespace vertebra::check {

// Expressions in one form: names are replaced by what they stand for, `not` stands at single tests only, and order,
// repetition and nesting of `and` and `or` are gone. Two expressions with one form have the same truth for every patient,
// also while answers are missing; two with different forms may have it too. A threshold that a parameter names equals only
// the same parameter: a site may move it.
class NormalForms {
 public:
  using Form = int;

  NormalForms(const model::RuleSet& rules, const graph::RuleGraph& graph);

  // `guide` is where parameters are looked up; -1 for shared conditions.
  Form of(const model::Expression& expression, int guide);
  Form all(std::vector<Form> operands);

  bool is_constant(Form form) const noexcept { return form / 2 == 0; }
  bool is_test(Form form) const noexcept;  // Of one fact or score, possibly negated.
  // True when it is certain that no answers make it yes.
  bool never_yes(Form form) const noexcept;

 private:
  enum class Kind : std::uint8_t { constant, choice, above, score, gate, opaque };
  // INVARIANT: a choice never has the fact's first value (it is negated instead), and a gate has two operands or more.
  struct Node {
    Kind kind = Kind::constant;
    int fact = -1;
    std::uint64_t choices = 0;
    double threshold = 0;  // above: the fact is greater, or at least this where not strict. score: it is at least this.
    bool strict = false;
    int guide = -1;  // above, score: where `parameter` is, and the score.
    int parameter = -1;
    int count = 0;  // gate: at least this many of `operands`; score: its index; opaque: its number.
    std::vector<Form> operands{};
    auto operator<=>(const Node&) const = default;
  };
  struct Name {
    bool is_red_flag = false;
    int guide = -1;
    int index = -1;
    auto operator<=>(const Name&) const = default;
  };
  struct Known {
    const Node* node = nullptr;  // In numbers_.
    bool never_yes = false;
  };

  Form add(Node node, bool never_yes = false);
  Form opaque();
  Form named(Name name);
  Form choice(int fact, std::uint64_t choices);
  Form comparison(const model::Expression& expression, int guide);
  Form score(const model::Expression& expression);
  Form gate(int count, std::vector<Form> operands);
  void flatten(int& count, std::vector<Form>& operands) const;
  Form negated(Form form);
  bool impossible(int count, const std::vector<Form>& operands) const;
  bool contradictory(const std::vector<Form>& operands) const;
  const Node& node(Form form) const noexcept { return *nodes_[static_cast<std::size_t>(form / 2)].node; }

  const model::RuleSet& rules_;
  std::map<Node, Form> numbers_;
  std::vector<Known> nodes_;  // By form / 2; an odd form is the negation of a test or a constant.
  std::map<Name, Form> named_;
  int opaque_ = 0;
};

}  // namespace vertebra::check
