#pragma once

#include <cstdint>
#include <vector>

#include "load/expression_lexer.hpp"

// An expression as it was written: its shape by the grammar, with names not yet looked up.
namespace vertebra::load {

enum class SyntaxKind : std::uint8_t {
  broken,      // refused and reported; `operands` are what could be read of it
  constant,    // token: true or false
  name,        // token
  mention,     // token: a name in something broken, only looked up
  negation,    // not operands[0]
  all,         // and, all of
  any,         // or, any of
  none,        // none of
  at_least,    // at least `token` of operands
  choice,      // token is one of choices, or is not if negated
  comparison,  // terms[0] relations[0] terms[1] ...
  // Only in properties:
  implies,  // operands[0] implies operands[1]
  care,     // care relations[0] token
  offered,  // offered(token)
  blocked,  // blocked(token)
  points,   // score(token) relations[0] terms[0]
  known,    // token is choices[0]: known or unknown
};

enum class Grammar : std::uint8_t { rule, property };

// One side of a relation: a name, or a number with perhaps a unit.
struct Term {
  Token token;  // `bad` when it could not be read.
  Token unit;   // `end` when there is none.
  Span span;
};

struct Syntax {
  SyntaxKind kind = SyntaxKind::broken;
  Span span;  // With its parentheses.
  Token token;
  bool negated = false;
  std::vector<Token> choices;
  std::vector<Term> terms;       // Two, or three for a chain.
  std::vector<Token> relations;  // One fewer.
  std::vector<Syntax> operands;
};

// Parses the whole text and reports what does not follow the grammar; goes on after a mistake, so that the names in the
// rest can be checked too. The result is at most 64 parentheses deep.
Syntax parse_syntax(ExpressionText& source, Grammar grammar = Grammar::rule);

// Refuses `and` beside `or` among the joints between these operands: both readings are shown.
void check_mixing(ExpressionText& source, const std::vector<Syntax>& operands, const std::vector<Token>& joints);

}  // namespace vertebra::load
