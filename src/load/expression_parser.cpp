#include <utility>

#include "load/expression_advice.hpp"
#include "load/expression_choices.hpp"
#include "load/expression_cursor.hpp"
#include "load/expression_syntax.hpp"
#include "load/expressions.hpp"
#include "load/wording.hpp"

// Recursive descent, a function for each production of rule-language section 4.
namespace vertebra::load {
namespace {

using base::Code;

constexpr int deepest = 64;  // Parentheses; bounds the recursion here and in whoever walks the result.

bool is_property_word(const Token& token) {
  return token.is("care") || token.is("offered") || token.is("blocked") || token.is("score");
}

bool can_be_name(const Token& token) { return token.is(TokenKind::word) && !is_reserved(token.text); }

// Keeps what was read as an operand. What is broken already stays as flat as it is, so that recursion stays bounded.
void make_broken(Syntax& part) {
  if (part.kind == SyntaxKind::broken) return;
  const bool only_name = part.kind == SyntaxKind::choice && part.choices.empty();
  if (part.kind == SyntaxKind::name || only_name) part.kind = SyntaxKind::mention;
  Syntax broken;
  broken.span = part.span;
  broken.operands.push_back(std::move(part));
  part = std::move(broken);
}

Syntax broken_with(Syntax part) {
  make_broken(part);
  return part;
}

class Parser {
 public:
  Parser(ExpressionText& source, Grammar grammar) : source_{source}, grammar_{grammar}, cursor_{source} {}

  Syntax whole() {
    Syntax result = expression();
    while (!cursor_.at(TokenKind::end)) {
      make_broken(result);
      refuse_leftover();
      while (cursor_.at_joint()) cursor_.take();
      if (!cursor_.at_boundary()) result.operands.push_back(expression());
    }
    return result;
  }

 private:
  bool in_property() const { return grammar_ == Grammar::property; }

  void refuse(Code code, Span span, std::string message, std::string help = {}) {
    source_.report(code, span, std::move(message), std::move(help));
  }

  Syntax broken_since(std::size_t begin) const {
    Syntax broken;
    broken.span = cursor_.since(begin);
    return broken;
  }

  void refuse_leftover() {
    if (cursor_.at(TokenKind::close)) {
      refuse(Code::expression_syntax, cursor_.current().span, "`)` closes nothing",
             "leave it out, or write the `(` that it closes");
    } else {
      refuse_comma();
    }
    cursor_.take();
  }

  void refuse_comma() {
    refuse(Code::expression_syntax, cursor_.current().span,
           "a comma stands only in the lists of `in (…)` and `… of (…)`",
           "write `and` or `or`; in a number, write a point");
  }

  // expr

  Syntax expression() {
    Syntax result = junction();
    if (in_property() && cursor_.take_if("implies")) result = implied(std::move(result));
    while (cursor_.at("implies")) {
      refuse_implies(cursor_.take());
      make_broken(result);
      result.operands.push_back(junction());
    }
    return result;
  }

  Syntax implied(Syntax condition) {
    Syntax result;
    result.kind = SyntaxKind::implies;
    result.operands.push_back(std::move(condition));
    result.operands.push_back(junction());
    result.span = cursor_.since(result.operands.front().span.begin);
    return result;
  }

  void refuse_implies(const Token& implies) {
    if (in_property()) {
      refuse(Code::expression_syntax, implies.span, "`implies` stands twice side by side",
             "put parentheses around the part that belongs together");
    } else {
      refuse(Code::only_in_properties, implies.span, "only properties may use `implies`",
             "write `not a or b` for `a implies b`");
    }
  }

  // or, and: read alike, so that a mixture can be refused once with both its readings.
  Syntax junction() {
    const std::size_t begin = cursor_.current().span.begin;
    std::vector<Syntax> operands;
    std::vector<Token> joints;
    operands.push_back(joined());
    while (cursor_.at("and") || cursor_.at("or")) {
      joints.push_back(cursor_.take());
      operands.push_back(joined());
    }
    if (joints.empty()) return std::move(operands.front());
    check_mixing(source_, operands, joints);
    Syntax result;
    result.kind = joints.front().is("and") ? SyntaxKind::all : SyntaxKind::any;
    result.span = cursor_.since(begin);
    result.operands = std::move(operands);
    return result;
  }

  // One operand of a junction, up to where the next may begin.
  Syntax joined() {
    Syntax result = negated();
    if (cursor_.at_boundary()) return result;
    if (result.kind != SyntaxKind::broken)
      cursor_.expected("`and` or `or`",
                       "to compare, write `<`, `<=`, `>` or `>=` before a number, or `is` before a choice");
    cursor_.skip_operand();
    make_broken(result);
    return result;
  }

  // not, primary

  Syntax negated() {
    if (!cursor_.at("not")) return primary();
    const std::size_t begin = cursor_.take().span.begin;
    if (cursor_.at("not")) {
      refuse(Code::expression_syntax, cursor_.current().span, "`not` stands twice",
             "leave out both, or write `not (not …)`");
      while (cursor_.take_if("not")) continue;
    }
    Syntax operand = primary();
    if (operand.kind == SyntaxKind::broken) return operand;
    Syntax result;
    result.kind = SyntaxKind::negation;
    result.span = cursor_.since(begin);
    result.operands.push_back(std::move(operand));
    return result;
  }

  Syntax primary() {
    const Token& token = cursor_.current();
    if (token.is(TokenKind::open)) return parenthesized();
    if (token.is("true") || token.is("false")) return constant();
    if (token.is("any") || token.is("all") || token.is("none") || token.is("at")) return counted();
    if (is_property_word(token)) return in_property() ? advice() : property_test();
    if (can_be_name(token)) return named();
    if (token.is(TokenKind::number)) return comparison();
    const std::size_t begin = token.span.begin;
    cursor_.expected("a condition");
    return broken_since(begin);
  }

  Syntax constant() {
    Syntax result;
    result.kind = SyntaxKind::constant;
    result.token = cursor_.take();
    result.span = result.token.span;
    return result;
  }

  Syntax parenthesized() {
    const std::size_t begin = cursor_.current().span.begin;
    Syntax inner = group([this] { return expression(); });
    inner.span = cursor_.since(begin);
    return inner;
  }

  // "(" … ")", with a bound on how many lie inside each other.
  template <class Read>
  Syntax group(Read read) {
    const Span open = cursor_.current().span;
    if (depth_ == deepest) {
      refuse(Code::expression_syntax, open, "parentheses are nested more than 64 deep",
             "give a part of it a name under `conditions`");
      cursor_.skip_group();
      return broken_since(open.begin);
    }
    cursor_.take();
    ++depth_;
    Syntax result = read();
    --depth_;
    if (cursor_.at(TokenKind::comma)) read_list_without_word(result);
    if (cursor_.at(TokenKind::close)) {
      cursor_.take();
    } else {
      refuse(Code::expression_syntax, open, "`(` is not closed");
      make_broken(result);
    }
    return result;
  }

  void read_list_without_word(Syntax& result) {
    make_broken(result);
    refuse_comma();
    while (cursor_.at(TokenKind::comma)) {
      cursor_.take();
      result.operands.push_back(expression());
    }
  }

  // counted

  Syntax counted() {
    const Token first = cursor_.take();
    Syntax result;
    result.kind = first.is("any")    ? SyntaxKind::any
                  : first.is("all")  ? SyntaxKind::all
                  : first.is("none") ? SyntaxKind::none
                                     : SyntaxKind::at_least;
    const bool complete = (!first.is("at") || read_count(result)) && read_word("of");
    if (!complete) return broken_since(first.span.begin);
    if (!cursor_.at(TokenKind::open)) {
      const std::string words{source_.slice(cursor_.since(first.span.begin))};
      cursor_.expected("`(`", "write " + ticked(words + " (a, b, c)"));
      return broken_since(first.span.begin);
    }
    result = group([&] { return listed(std::move(result)); });
    result.span = cursor_.since(first.span.begin);
    return result;
  }

  bool read_count(Syntax& result) {
    if (!read_word("least")) return false;
    if (cursor_.at(TokenKind::number)) {
      result.token = cursor_.take();
      return true;
    }
    cursor_.expected("a whole number", "write `at least 2 of (a, b, c)`");
    return false;
  }

  bool read_word(std::string_view word) {
    if (cursor_.take_if(word)) return true;
    cursor_.expected(ticked(word));
    return false;
  }

  Syntax listed(Syntax list) {
    list.operands.push_back(expression());
    while (cursor_.at(TokenKind::comma)) {
      cursor_.take();
      list.operands.push_back(expression());
    }
    return list;
  }

  // name, tests of a choice

  Syntax named() {
    if (cursor_.following().is(TokenKind::relation)) return comparison();
    Syntax result;
    result.token = cursor_.take();
    result.span = result.token.span;
    result.kind = SyntaxKind::choice;
    const bool is = cursor_.at("is");
    if (is || cursor_.at("in") || cursor_.at("not")) {
      const bool complete =
          read_choices(cursor_, source_, result) && (!is || !in_property() || read_known(source_, result));
      return complete ? result : broken_with(std::move(result));
    }
    result.kind = SyntaxKind::name;
    return result;
  }

  // comparison

  Syntax comparison() {
    Syntax result;
    result.kind = SyntaxKind::comparison;
    const std::size_t begin = cursor_.current().span.begin;
    result.terms.push_back(term());
    while (cursor_.at(TokenKind::relation)) {
      result.relations.push_back(cursor_.take());
      result.terms.push_back(term());
    }
    result.span = cursor_.since(begin);
    if (result.relations.empty()) {
      cursor_.expected("`<`, `<=`, `>` or `>=`", "a number stands only in a comparison with a fact");
      return broken_since(begin);
    }
    if (result.relations.size() > 2) {
      refuse(Code::expression_syntax, result.relations[2].span, "a chain has at most two comparisons",
             "join the others with `and`");
      return broken_since(begin);
    }
    return result;
  }

  Term term() {
    Term result;
    result.token = cursor_.current();
    if (is_property_word(result.token)) {
      refuse_property_word(result.token);
      cursor_.take();
      if (cursor_.at(TokenKind::open)) cursor_.skip_group();
      result.token.kind = TokenKind::bad;
    } else if (result.token.is(TokenKind::number) || can_be_name(result.token)) {
      cursor_.take();
      if (cursor_.at(TokenKind::unit)) result.unit = cursor_.take();
    } else {
      cursor_.expected("a fact, a number or a parameter");
      result.token.kind = TokenKind::bad;
    }
    result.span = cursor_.since(result.token.span.begin);
    return result;
  }

  void refuse_property_word(const Token& word) {
    if (in_property()) {
      refuse(Code::expression_syntax, word.span, ticked(word.text) + " cannot stand here",
             "it stands first, as in `care >= same_day` or `score(heat) > 20`");
    } else {
      refuse(Code::only_in_properties, word.span, "only properties may use " + ticked(word.text),
             "rules speak of facts, conditions and red flags");
    }
  }

  // `care >= same_day`, `offered(heat)`, `score(heat) > 20`: in a property what they are, and in a rule read to their end,
  // so that the rest can be checked.

  Syntax advice() {
    const std::size_t begin = cursor_.current().span.begin;
    Syntax result;
    if (!read_advice(cursor_, result)) return broken_since(begin);
    result.span = cursor_.since(begin);
    return result;
  }

  Syntax property_test() {
    const std::size_t begin = cursor_.current().span.begin;
    term();
    while (cursor_.at(TokenKind::relation)) {
      cursor_.take();
      if (!cursor_.at_boundary()) cursor_.take();
      if (cursor_.at(TokenKind::unit)) cursor_.take();
    }
    return broken_since(begin);
  }

  ExpressionText& source_;
  Grammar grammar_;
  TokenCursor cursor_;
  int depth_ = 0;
};

}  // namespace

Syntax parse_syntax(ExpressionText& source, Grammar grammar) { return Parser{source, grammar}.whole(); }

}  // namespace vertebra::load
