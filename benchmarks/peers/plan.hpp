#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "base/fact_shape.hpp"
#include "model/rule_set.hpp"

// What one profile decides, reduced to what every peer can be told: tests of single facts, gates over them, and which of
// them bear on care, verdicts and scores. Made from the model, so that it knows nothing of the library's image: two readings
// of the same rules that must agree. Left out are cautions, notices, texts and the setting aside of contradictory answers,
// which Vertebra computes or looks for besides.
namespace peers {

// A test or a gate, or its negation.
struct Literal {
  bool is_test = false;
  int index = 0;
  bool negated = false;
  Literal operator!() const { return {is_test, index, !negated}; }
  friend auto operator<=>(const Literal&, const Literal&) = default;
};

struct Fact {
  vertebra::base::FactShape shape;
  int in_vocabulary = 0;  // Into Vocabulary::facts.
};

struct Test {
  std::string name;
  int fact = 0;         // Into Plan::facts.
  bool strict = false;  // Quantities: above `value`, or at least `value`.
  double value = 0;
  std::uint64_t cells = 0;  // Booleans: 0b10. Choices: bit i for choices[i].
};

// At least `count` of `of`; a constant yes is 0 of none. Reads only tests and gates before it.
struct Gate {
  std::string name;    // Unique.
  bool named = false;  // By the rules; otherwise it is a part of an expression.
  int count = 0;
  std::vector<Literal> of;
};

// When all of `when` are yes, each of `then` is: what one answer says of another question.
struct Implication {
  std::vector<Literal> when;
  std::vector<Literal> then;
};

struct RedFlag {
  Literal holds;
  int level = 0;
  bool defers = false;
};

struct Argument {
  Literal when;
  int points = 0;
};

struct Opinion {  // Of the ranking guide, on a treatment or a group.
  std::string id;
  std::vector<Literal> indication;  // None or one.
  std::vector<Argument> arguments;
};

struct Treatment {
  std::string id;
  vertebra::model::Position position = vertebra::model::Position::favors;
  int base = 0;               // Points of its strength.
  std::vector<int> opinions;  // Along its line, outermost first.
  std::vector<Literal> blocks;
};

struct Plan {
  std::string profile;
  std::vector<Fact> facts;  // Those that are read, in vocabulary order.
  std::vector<Test> tests;
  std::vector<Gate> gates;
  std::vector<Implication> implications;  // Each after those that it waits on.
  int levels = 0;
  Literal scope;                // Of the ranking guide.
  std::vector<Literal> scopes;  // Of the guides with red flags.
  std::vector<RedFlag> red_flags;
  std::vector<Opinion> opinions;
  std::vector<Treatment> treatments;  // Catalogue order.

  const std::string& name(Literal literal) const {
    const auto index = static_cast<std::size_t>(literal.index);
    return literal.is_test ? tests[index].name : gates[index].name;
  }
};

// Ends the program with a message when the rules hold what no peer is told: comparisons with scores, or consistency rules
// whose consequences cannot be said one test at a time.
Plan make_plan(const vertebra::model::RuleSet& rules, const vertebra::model::Profile& profile);

// All tests and gates on which the advice rests directly, each once.
std::vector<Literal> outputs(const Plan& plan);

[[noreturn]] void fail(const std::string& message);

}  // namespace peers
