#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/reporter.hpp"
#include "document/node.hpp"

// The words, numbers and signs of an expression (rule-language section 4), each with its place in the scalar's text.
namespace vertebra::load {

// Bytes of the scalar's text, `end` not included.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// `bad` is what was refused and reported already.
enum class TokenKind : std::uint8_t { end, word, number, unit, relation, open, close, comma, bad };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  Span span;

  bool is(TokenKind other) const noexcept { return kind == other; }
  bool is(std::string_view word) const noexcept { return kind == TokenKind::word && text == word; }
};

// One expression as it was written, and where to complain about it. The scalar must outlive it and its tokens.
class ExpressionText {
 public:
  ExpressionText(const document::Node& scalar, base::Reporter& reporter)
      : scalar_{scalar}, places_{scalar}, reporter_{reporter} {}

  std::string_view text() const noexcept { return scalar_.text; }
  std::string_view slice(Span span) const noexcept { return text().substr(span.begin, span.end - span.begin); }
  // Of the part of the span on its first line.
  base::Place place(Span span) const;
  // Of more than 50 problems the others are only said to be there: each costs a walk over the text.
  void report(base::Code code, Span span, std::string message, std::string help = {});
  const base::Reporter& reporter() const noexcept { return reporter_; }
  // True when something was reported.
  bool failed() const noexcept { return problems_ > 0; }

 private:
  const document::Node& scalar_;
  document::PlacesIn places_;
  base::Reporter& reporter_;
  int problems_ = 0;
};

// True when the scalar can be read as an expression or quantity; else reports why not. `what` is "an expression" or alike.
bool is_readable(const document::Node& scalar, std::string_view what, base::Reporter& reporter);

// All tokens; the last, and only the last, is `end`. A unit is what stands after a number. Reports what is no token, and
// numbers that are not plain decimals.
std::vector<Token> tokenize(ExpressionText& source);

}  // namespace vertebra::load
