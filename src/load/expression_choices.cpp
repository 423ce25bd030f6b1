#include "load/expression_choices.hpp"

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

bool read_choice(TokenCursor& cursor, Syntax& test) {
  if (cursor.at(TokenKind::word)) {
    test.choices.push_back(cursor.take());
    return true;
  }
  const bool number = cursor.at(TokenKind::number);
  cursor.expected("a choice", number ? "numbers are compared with `<`, `<=`, `>` or `>=`" : "");
  return false;
}

// Up to the closing parenthesis, whatever stands before it.
bool close_choices(TokenCursor& cursor, ExpressionText& source, Span open, bool complete) {
  if (complete && !cursor.at(TokenKind::close) && !cursor.at(TokenKind::end)) {
    cursor.expected("`,` or `)`");
    complete = false;
  }
  while (!cursor.at(TokenKind::close) && !cursor.at(TokenKind::end)) cursor.take_or_skip_group();
  if (cursor.at(TokenKind::close)) {
    cursor.take();
  } else if (complete) {
    source.report(base::Code::expression_syntax, open, "`(` is not closed");
    complete = false;
  }
  return complete;
}

bool read_several(TokenCursor& cursor, ExpressionText& source, Syntax& test) {
  const std::string name{test.token.text};
  test.negated = cursor.take_if("not");
  if (!cursor.take_if("in")) {
    cursor.expected("`in`", "write " + ticked(name + " is not …") + " for one choice");
    return false;
  }
  if (!cursor.at(TokenKind::open)) {
    cursor.expected("`(`", "write " + ticked(name + " in (…, …)"));
    return false;
  }
  const Span open = cursor.take().span;
  bool complete = read_choice(cursor, test);
  while (complete && cursor.at(TokenKind::comma)) {
    cursor.take();
    complete = read_choice(cursor, test);
  }
  complete = close_choices(cursor, source, open, complete);
  test.span = cursor.since(test.span.begin);
  return complete;
}

}  // namespace

bool read_choices(TokenCursor& cursor, ExpressionText& source, Syntax& test) {
  if (!cursor.take_if("is")) return read_several(cursor, source, test);
  test.negated = cursor.take_if("not");
  if (!read_choice(cursor, test)) return false;
  test.span = cursor.since(test.span.begin);
  return true;
}

}  // namespace vertebra::load
