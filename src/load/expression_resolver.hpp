#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "load/expression_syntax.hpp"
#include "load/expressions.hpp"

namespace vertebra::load {

// Looks up every name, unit, choice and threshold. The result means something only when nothing was reported.
model::Expression resolve(const Syntax& syntax, const ExpressionContext& context, ExpressionText& source);

// What a name means; reports one that nothing has. `kinds` says what it should have been: "a fact or parameter".
const Meaning* look_up(const Token& name, std::string_view kinds, const ExpressionContext& context,
                       ExpressionText& source);

// What stands for a fact, condition or red flag.
model::Expression reference(const Meaning& meaning, base::Place place);

// The k of `at least k of n`; reports one that is not from 1 to n.
int read_count(const Syntax& syntax, ExpressionText& source);

model::Relation relation_of(const Token& token);

// One comparison or a chain of two (expression_comparisons.cpp).
model::Expression resolve_comparison(const Syntax& syntax, const ExpressionContext& context, ExpressionText& source);

// What a name means, in words ("a number in `d`"), and how it stands in an expression ("write `fever` or `not fever`").
std::string describe(const Meaning& meaning, const ExpressionContext& context);
std::string right_form(const Meaning& meaning, std::string_view name, const ExpressionContext& context);

// A number with its unit as it was written; nothing, and a report, when the unit does not exist.
struct Measure {
  double value = 0;
  std::optional<base::Unit> unit;
};
std::optional<Measure> read_measure(const Token& number, const Token& unit, ExpressionText& source);

// What has a unit, such as a fact: its name in messages.
struct Measured {
  std::string_view name;  // Empty when it has none.
  base::Unit unit;
};
// The value in the target's unit; reports a unit that does not fit, or is not there.
std::optional<double> to_unit_of(const Measured& target, const Measure& measure, Span number, Span unit,
                                 ExpressionText& source);

// "28 d", or "7" for scores.
std::string measure_text(double value, base::Unit unit);

}  // namespace vertebra::load
