#include "base/text.hpp"
#include "load/expression_resolver.hpp"
#include "load/wording.hpp"

// Numbers with units, in expressions and where a quantity stands alone.
namespace vertebra::load {

using base::Code;

std::string measure_text(double value, base::Unit unit) {
  const std::string number = base::number_text(value);
  return unit.ucum == base::score_unit ? number : number + " " + std::string{unit.ucum};
}

std::optional<Measure> read_measure(const Token& number, const Token& unit, ExpressionText& source) {
  const auto value = base::parse_number(number.text);  // The lexer has reported what is no number.
  if (!value) return std::nullopt;
  const double plus_zero = *value + 0.0;  // -0 is the one zero.
  if (unit.is(TokenKind::end)) return Measure{plus_zero, std::nullopt};
  const auto found = base::find_unit(unit.text);
  if (found) return Measure{plus_zero, found};
  source.report(Code::unit_mismatch, unit.span, ticked(unit.text) + " is not a unit",
                "the units are " + base::unit_list());
  return std::nullopt;
}

std::optional<double> to_unit_of(const Measured& target, const Measure& measure, Span number, Span unit,
                                 ExpressionText& source) {
  const std::string wanted = ticked(target.unit.ucum);
  if (!measure.unit) {
    if (target.unit.ucum == base::score_unit) return measure.value;
    source.report(Code::unit_missing, number, ticked(source.slice(number)) + " has no unit",
                  "write " + ticked(std::string{source.slice(number)} + " " + std::string{target.unit.ucum}) +
                      ", or a unit that converts to " + wanted);
    return std::nullopt;
  }
  if (base::converts(*measure.unit, target.unit)) return base::convert(measure.value, *measure.unit, target.unit);
  const std::string what = target.name.empty() ? " where " + wanted + " is needed"
                                               : " to " + ticked(target.name) + ", which is in " + wanted;
  source.report(Code::unit_mismatch, unit, ticked(measure.unit->ucum) + " does not convert" + what,
                "write it in " + wanted);
  return std::nullopt;
}

std::optional<double> parse_quantity(const document::Node& scalar, base::Unit unit, const base::Files& /*files*/,
                                     base::Reporter& reporter) {
  if (!is_readable(scalar, "a number with its unit", reporter)) return std::nullopt;
  ExpressionText source{scalar, reporter};
  const std::vector<Token> tokens = tokenize(source);
  const bool has_unit = tokens.size() == 3 && tokens[1].is(TokenKind::unit);
  if (source.failed()) return std::nullopt;
  if (!tokens[0].is(TokenKind::number) || (tokens.size() != 2 && !has_unit)) {
    const Token& stranger = tokens[0].is(TokenKind::number) ? tokens[tokens[1].is(TokenKind::unit) ? 2 : 1] : tokens[0];
    source.report(Code::expression_syntax, stranger.span,
                  "expected one number with its unit, found " + ticked(source.slice(stranger.span)),
                  "write it like " + ticked(measure_text(28, unit)));
    return std::nullopt;
  }
  const auto measure = read_measure(tokens[0], has_unit ? tokens[1] : Token{}, source);
  if (!measure) return std::nullopt;
  return to_unit_of({{}, unit}, *measure, tokens[0].span, tokens[1].span, source);
}

}  // namespace vertebra::load
