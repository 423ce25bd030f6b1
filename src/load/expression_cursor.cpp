#include "load/expression_cursor.hpp"

#include <algorithm>
#include <utility>

#include "load/wording.hpp"

namespace vertebra::load {

Token TokenCursor::take() noexcept {
  const Token token = current();
  if (!token.is(TokenKind::end)) ++at_;
  return token;
}

bool TokenCursor::take_if(std::string_view word) noexcept {
  if (!at(word)) return false;
  take();
  return true;
}

Span TokenCursor::since(std::size_t begin) const noexcept {
  return {begin, at_ > 0 ? std::max(begin, tokens_[at_ - 1].span.end) : begin};
}

void TokenCursor::expected(std::string_view what, std::string help) {
  const std::string message = "expected " + std::string{what};
  if (at(TokenKind::end)) {
    const Span last = tokens_[at_ - 1].span;
    source_.report(base::Code::expression_syntax, last,
                   message + " after " + ticked(source_.slice(last)) + ", found the end", std::move(help));
  } else if (!at(TokenKind::bad)) {
    source_.report(base::Code::expression_syntax, current().span,
                   message + ", found " + ticked(source_.slice(current().span)), std::move(help));
  }
  skip_operand();
}

void TokenCursor::skip_operand() noexcept {
  while (!at_boundary()) take_or_skip_group();
}

void TokenCursor::skip_group() noexcept {
  int depth = 0;
  do {
    if (at(TokenKind::open)) ++depth;
    if (at(TokenKind::close)) --depth;
    take();
  } while (depth > 0 && !at(TokenKind::end));
}

void TokenCursor::take_or_skip_group() noexcept {
  if (at(TokenKind::open)) {
    skip_group();
  } else {
    take();
  }
}

}  // namespace vertebra::load
