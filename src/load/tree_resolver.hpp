#pragma once

#include <utility>

#include "load/expression_resolver.hpp"

namespace vertebra::load {

// How the words that join parts become a tree: alike in expressions and in properties, whose parts are different. `count`
// holds the k of `at least k of n`; run() of the resolver, which derives from this, resolves a part.
template <class Resolver, class Tree, int Tree::*count>
class TreeResolver {
 protected:
  using Operators = decltype(Tree::op);

  explicit TreeResolver(ExpressionText& source) : source_{source} {}

  Tree at(const Syntax& syntax, Operators op) const {
    Tree result;
    result.op = op;
    if (!source_.failed()) result.place = source_.place(syntax.span);  // What was refused has no use for it.
    return result;
  }

  Tree joined(const Syntax& syntax) {
    switch (syntax.kind) {
      case SyntaxKind::negation: return group(syntax, Operators::negation);
      case SyntaxKind::any: return group(syntax, Operators::any);
      case SyntaxKind::none: return negated(group(syntax, Operators::any));
      case SyntaxKind::at_least: return at_least(syntax);
      default: return group(syntax, Operators::all);  // `and`, and what is broken.
    }
  }

  // Recursion is bounded by the parser.
  Tree group(const Syntax& syntax, Operators op) {
    Tree result = at(syntax, op);
    for (const Syntax& operand : syntax.operands) result.operands.push_back(static_cast<Resolver&>(*this).run(operand));
    return result;
  }

  static Tree negated(Tree inner) {
    Tree result;
    result.op = Operators::negation;
    result.place = inner.place;
    result.operands.push_back(std::move(inner));
    return result;
  }

  ExpressionText& source_;

 private:
  Tree at_least(const Syntax& syntax) {
    Tree result = group(syntax, Operators::at_least);
    result.*count = read_count(syntax, source_);
    return result;
  }
};

}  // namespace vertebra::load
