#include "load/expression_advice.hpp"

#include "load/wording.hpp"

namespace vertebra::load {
namespace {

bool is_care(const Syntax& syntax) { return syntax.kind == SyntaxKind::care; }

SyntaxKind kind_of(const Token& first) {
  if (first.is("care")) return SyntaxKind::care;
  if (first.is("offered")) return SyntaxKind::offered;
  return first.is("blocked") ? SyntaxKind::blocked : SyntaxKind::points;
}

// What stands in the parentheses is refused with them, so that the closing one is not refused once more.
bool refuse_treatment(TokenCursor& cursor, std::string_view expected) {
  cursor.expected(expected);
  if (cursor.at(TokenKind::close)) cursor.take();
  return false;
}

bool read_treatment(TokenCursor& cursor, const Token& first, Syntax& result) {
  if (!cursor.at(TokenKind::open)) {
    cursor.expected("`(`", "write " + ticked(std::string{first.text} + "(…)") + " with a treatment");
    return false;
  }
  cursor.take();
  if (!cursor.at(TokenKind::word)) return refuse_treatment(cursor, "a treatment");
  result.token = cursor.take();
  if (!cursor.at(TokenKind::close)) return refuse_treatment(cursor, "`)`");
  cursor.take();
  return true;
}

// The relation and what stands behind it: a care level, or a number of points.
bool read_limit(TokenCursor& cursor, Syntax& result) {
  if (!cursor.at(TokenKind::relation)) {
    cursor.expected("`<`, `<=`, `>` or `>=`",
                    is_care(result) ? "write it like `care >= same_day`" : "write it like `score(heat) > 20`");
    return false;
  }
  result.relations.push_back(cursor.take());
  if (!cursor.at(is_care(result) ? TokenKind::word : TokenKind::number)) {
    cursor.expected(is_care(result) ? "a care level" : "a number of points");
    return false;
  }
  if (is_care(result))
    result.token = cursor.take();
  else
    result.terms.push_back({cursor.take(), {}, {}});
  return true;
}

}  // namespace

bool read_advice(TokenCursor& cursor, Syntax& result) {
  const Token first = cursor.take();
  result.kind = kind_of(first);
  if (is_care(result)) return read_limit(cursor, result);
  if (!read_treatment(cursor, first, result)) return false;
  return result.kind != SyntaxKind::points || read_limit(cursor, result);
}

bool read_known(ExpressionText& source, Syntax& choice) {
  const Token& word = choice.choices.front();
  if (!word.is("known") && !word.is("unknown")) return true;
  choice.kind = SyntaxKind::known;
  if (!choice.negated) return true;
  source.report(base::Code::expression_syntax, word.span, "`not` does not stand before " + ticked(word.text),
                "write " + ticked(std::string{choice.token.text} + (word.is("known") ? " is unknown" : " is known")));
  return false;
}

}  // namespace vertebra::load
