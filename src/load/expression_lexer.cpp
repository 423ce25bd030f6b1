#include "load/expression_lexer.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/units.hpp"
#include "load/expressions.hpp"
#include "load/reserved_words.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;

constexpr std::size_t longest_expression = std::size_t{16} << 10;
constexpr int most_problems = 50;

constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool is_beyond_ascii(char c) noexcept { return static_cast<unsigned char>(c) >= 0x80; }
constexpr bool starts_word(char c) noexcept { return is_letter(c) || is_beyond_ascii(c); }
// Names have neither hyphen nor point; read as part of a name, they lead to a better message.
constexpr bool continues_word(char c) noexcept { return starts_word(c) || is_digit(c) || c == '-' || c == '.'; }
constexpr bool is_sign(char c) noexcept { return c == '-' || c == '+' || c == '.'; }
constexpr bool ends_run(char c) noexcept {
  return is_space(c) || c == '(' || c == ')' || c == ',' || c == '<' || c == '>';
}

// Signs of other languages. `meant` is what they stand for here, if that is sure; it is read on as that.
struct Mistake {
  std::string_view sign;
  TokenKind kind;
  std::string_view meant;
  std::string_view help;
};
constexpr std::string_view equality =
    "write `is` or `is not` before a choice, and `<`, `<=`, `>` or `>=` before a number";
constexpr Mistake mistakes[] = {
    {"≥", TokenKind::relation, ">=", "write `>=`"},
    {"≤", TokenKind::relation, "<=", "write `<=`"},
    {"=>", TokenKind::relation, ">=", "write `>=`"},
    {"=<", TokenKind::relation, "<=", "write `<=`"},
    {"==", TokenKind::bad, "", equality},
    {"!=", TokenKind::bad, "", equality},
    {"<>", TokenKind::bad, "", equality},
    {"≠", TokenKind::bad, "", equality},
    {"=", TokenKind::bad, "", equality},
    {"&&", TokenKind::word, "and", "write `and`"},
    {"&", TokenKind::word, "and", "write `and`"},
    {"||", TokenKind::word, "or", "write `or`"},
    {"|", TokenKind::word, "or", "write `or`"},
    {"!", TokenKind::word, "not", "write `not`"},
    {"..", TokenKind::bad, "", "write a range as a chain, such as `3 <= pain <= 6`"},
};

class Lexer {
 public:
  explicit Lexer(ExpressionText& source) : source_{source}, text_{source.text()} {}

  std::vector<Token> run() {
    while (skip_spaces()) next();
    add(TokenKind::end, at_);
    return std::move(tokens_);
  }

 private:
  bool skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size();
  }

  void next() {
    const char c = text_[at_];
    if (const Mistake* mistake = mistake_at(at_)) return take_mistake(*mistake);
    if (take_unit()) return;
    if (is_digit(c) ||
        (is_sign(c) && at_ + 1 < text_.size() && (is_digit(text_[at_ + 1]) || is_sign(text_[at_ + 1])))) {
      return take_number();
    }
    if (starts_word(c)) return take_word();
    if (c == '<' || c == '>') return add(TokenKind::relation, at_ + (text_.substr(at_ + 1, 1) == "=" ? 2 : 1));
    if (c == '(') return add(TokenKind::open, at_ + 1);
    if (c == ')') return add(TokenKind::close, at_ + 1);
    if (c == ',') return add(TokenKind::comma, at_ + 1);
    take_stranger();
  }

  void add(TokenKind kind, std::size_t end) {
    tokens_.push_back({kind, text_.substr(at_, end - at_), {at_, end}});
    at_ = end;
  }

  const Mistake* mistake_at(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    const auto* found = std::ranges::find_if(mistakes, [&](const Mistake& m) { return rest.starts_with(m.sign); });
    return found == std::end(mistakes) ? nullptr : found;
  }

  void take_mistake(const Mistake& mistake) {
    const Span span{at_, at_ + mistake.sign.size()};
    source_.report(Code::expression_syntax, span, ticked(mistake.sign) + " does not belong in an expression",
                   std::string{mistake.help});
    add(mistake.kind, span.end);
    if (!mistake.meant.empty()) tokens_.back().text = mistake.meant;
  }

  void take_stranger() {
    const Span span{at_, at_ + base::code_point_at(text_, at_).bytes};
    source_.report(Code::expression_syntax, span, ticked(source_.slice(span)) + " does not belong in an expression");
    add(TokenKind::bad, span.end);
  }

  void take_word() {
    std::size_t end = at_;
    while (end < text_.size() && continues_word(text_[end]) && mistake_at(end) == nullptr) ++end;
    const Span span{at_, end};
    add(TokenKind::word, end);
    const std::string_view meant = miswritten_reserved_word(tokens_.back().text);
    if (meant.empty()) return;
    source_.report(Code::expression_syntax, span, ticked(source_.slice(span)) + " is written with capitals",
                   "write " + ticked(meant));
    tokens_.back().text = meant;
  }

  std::size_t end_of_run() const {
    std::size_t end = at_;
    while (end < text_.size() && !ends_run(text_[end]) && mistake_at(end) == nullptr) ++end;
    return end;
  }

  bool take_unit() {
    if (tokens_.empty() || !tokens_.back().is(TokenKind::number) || is_digit(text_[at_])) return false;
    const std::size_t end = end_of_run();
    const std::string_view run = text_.substr(at_, end - at_);
    if (run.empty() || is_reserved(run) || !miswritten_reserved_word(run).empty()) return false;
    add(TokenKind::unit, end);
    return true;
  }

  // `28 d`, `28d` and `38°C` are numbers with a unit; `1e5`, `0x1F` and `1_000` are numbers gone wrong.
  void take_number() {
    const std::string_view run = text_.substr(at_, end_of_run() - at_);
    std::size_t digits = is_sign(run.front()) ? 1 : 0;
    while (digits < run.size() && (is_digit(run[digits]) || run[digits] == '.')) ++digits;
    const std::string_view rest = run.substr(digits);
    const std::string_view letters = rest.substr(0, rest.find_first_of("/{["));
    if (!base::find_unit(rest) && std::ranges::any_of(letters, is_digit)) digits = run.size();
    check_number({at_, at_ + digits});
    add(TokenKind::number, at_ + digits);
    if (digits < run.size()) add(TokenKind::unit, at_ + run.size() - digits);
  }

  void check_number(Span span) {
    if (base::parse_number(source_.slice(span))) return;
    source_.report(Code::bad_number, span, ticked(source_.slice(span)) + " is not a plain decimal of at most 15 digits",
                   "write it like `28`, `0.5` or `-2`: no leading zeros, exponents or separators");
  }

  ExpressionText& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

base::Place ExpressionText::place(Span span) const {
  const std::string_view first_line = slice(span).substr(0, slice(span).find('\n'));
  const int length = static_cast<int>(std::max<std::size_t>(1, base::count_code_points(first_line)));
  return places_.at(span.begin, length);
}

void ExpressionText::report(base::Code code, Span span, std::string message, std::string help) {
  if (++problems_ <= most_problems) {
    reporter_.report(code, place(span), std::move(message), std::move(help));
  } else if (problems_ == most_problems + 1) {
    reporter_.report(Code::expression_syntax, place({0, text().size()}),
                     "this expression has more than " + std::to_string(most_problems) + " problems",
                     "mend the ones that are shown, and look again");
  }
}

bool is_readable(const document::Node& scalar, std::string_view what, base::Reporter& reporter) {
  if (!scalar.is_scalar()) {
    reporter.report(Code::wrong_type, scalar.place,
                    "expected " + std::string{what} + ", found a " + (scalar.is_list() ? "list" : "map"),
                    "write it as text on one line, in quotes, or as a `|` block");
    return false;
  }
  if (std::ranges::all_of(scalar.text, is_space)) {
    reporter.report(Code::expression_syntax, scalar.place, "expected " + std::string{what} + ", found nothing");
    return false;
  }
  if (scalar.text.size() > longest_expression) {
    reporter.report(Code::expression_syntax, scalar.place, std::string{what} + " has at most 16 KiB",
                    "give its parts names under `conditions`");
    return false;
  }
  return true;
}

std::vector<Token> tokenize(ExpressionText& source) { return Lexer{source}.run(); }

}  // namespace vertebra::load
