#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/expression_lexer.hpp"

namespace vertebra::load {

// Walks the tokens of one expression, says what should have stood where something else stands, and skips what cannot be
// read: up to the next `and`, `or`, comma or closing parenthesis of the same depth.
class TokenCursor {
 public:
  explicit TokenCursor(ExpressionText& source) : source_{source}, tokens_{tokenize(source)} {}

  const Token& current() const noexcept { return tokens_[at_]; }
  const Token& following() const noexcept { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  bool at(TokenKind kind) const noexcept { return current().is(kind); }
  bool at(std::string_view word) const noexcept { return current().is(word); }
  bool at_joint() const noexcept { return at("and") || at("or") || at("implies"); }
  // Where an operand can go no further.
  bool at_boundary() const noexcept {
    return at_joint() || at(TokenKind::comma) || at(TokenKind::close) || at(TokenKind::end);
  }

  Token take() noexcept;
  bool take_if(std::string_view word) noexcept;
  // From there to the end of the last token taken.
  Span since(std::size_t begin) const noexcept;

  // Reports what should stand here, unless what does was refused already, and skips the rest of the operand.
  void expected(std::string_view what, std::string help = {});
  void skip_operand() noexcept;
  // A parenthesis and all up to the one that closes it.
  void skip_group() noexcept;
  void take_or_skip_group() noexcept;

 private:
  ExpressionText& source_;
  std::vector<Token> tokens_;  // INVARIANT: ends with `end`.
  std::size_t at_ = 0;
};

}  // namespace vertebra::load
