#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/text.hpp"
#include "load/tree_resolver.hpp"
#include "load/wording.hpp"

// Properties: what rules may say is resolved as in rules, and only what speaks of the advice is added here.
namespace vertebra::load {
namespace {

using base::Code;
using model::PropertyExpression;
using model::PropertyOperator;

constexpr int points_limit = 1 << 30;

bool speaks_of_advice(const Syntax& syntax) {
  switch (syntax.kind) {
    case SyntaxKind::implies:
    case SyntaxKind::care:
    case SyntaxKind::offered:
    case SyntaxKind::blocked:
    case SyntaxKind::points:
    case SyntaxKind::known: return true;
    default: return std::ranges::any_of(syntax.operands, speaks_of_advice);
  }
}

class PropertyResolver : public TreeResolver<PropertyResolver, PropertyExpression, &PropertyExpression::number> {
 public:
  PropertyResolver(const ExpressionContext& context, ExpressionText& source)
      : TreeResolver{source}, context_{context} {}

  PropertyExpression run(const Syntax& syntax) {
    if (!speaks_of_advice(syntax)) {
      PropertyExpression result = at(syntax, PropertyOperator::rule);
      result.rule = resolve(syntax, context_, source_);
      return result;
    }
    switch (syntax.kind) {
      case SyntaxKind::implies: return group(syntax, PropertyOperator::implies);
      case SyntaxKind::care: return care(syntax);
      case SyntaxKind::offered: return of_treatment(syntax, PropertyOperator::offered);
      case SyntaxKind::blocked: return of_treatment(syntax, PropertyOperator::blocked);
      case SyntaxKind::points: return points(syntax);
      case SyntaxKind::known: return known(syntax);
      default: return joined(syntax);
    }
  }

 private:
  PropertyExpression care(const Syntax& syntax) {
    PropertyExpression result = at(syntax, PropertyOperator::care);
    result.relation = relation_of(syntax.relations.front());
    result.level = find(syntax.token, context_.vocabulary.care_levels, "a care level");
    return result;
  }

  PropertyExpression of_treatment(const Syntax& syntax, PropertyOperator op) {
    PropertyExpression result = at(syntax, op);
    result.treatment = find(syntax.token, context_.vocabulary.treatments, "a treatment");
    if (result.treatment < 0 || !treatment(result.treatment).is_group) return result;
    source_.report(Code::bad_value, syntax.token.span,
                   ticked(syntax.token.text) + " is a group, and groups are never ranked themselves",
                   "name a treatment that is part of it");
    return result;
  }

  PropertyExpression points(const Syntax& syntax) {
    PropertyExpression result = of_treatment(syntax, PropertyOperator::points);
    result.relation = relation_of(syntax.relations.front());
    const Token& number = syntax.terms.front().token;
    const auto value = base::parse_points(number.text);
    result.number = value.value_or(0);
    if (value && std::abs(std::int64_t{*value}) < points_limit) return result;
    if (base::parse_number(number.text))  // The lexer has reported what is no number.
      source_.report(Code::bad_value, number.span, ticked(number.text) + " is not a number of points",
                     "write a whole number, such as `15`");
    return result;
  }

  PropertyExpression known(const Syntax& syntax) {
    PropertyExpression result = at(syntax, PropertyOperator::known);
    const Meaning* meaning = look_up(syntax.token, "a fact, condition or red flag", context_, source_);
    if (meaning == nullptr) return result;
    if (meaning->kind == NameKind::parameter || meaning->kind == NameKind::score)
      source_.report(Code::wrong_fact_type, syntax.token.span,
                     ticked(syntax.token.text) + " is " + describe(*meaning, context_) +
                         ", and only facts, conditions and red flags are known or unknown");
    result.rule = reference(*meaning, result.place);
    return syntax.choices.front().is("known") ? result : negated(std::move(result));
  }

  template <class Things>
  int find(const Token& name, const Things& things, std::string_view kind) {
    std::vector<std::string> ids;
    for (const auto& each : things) ids.push_back(each.id);
    const auto found = std::ranges::find(ids, name.text);
    if (found != ids.end()) return static_cast<int>(found - ids.begin());
    source_.report(Code::unknown_name, name.span, ticked(name.text) + " is not " + std::string{kind},
                   did_you_mean(name.text, ids));
    return -1;
  }

  const model::Treatment& treatment(int index) const {
    return context_.vocabulary.treatments[static_cast<std::size_t>(index)];
  }

  const ExpressionContext& context_;
};

}  // namespace

std::optional<PropertyExpression> parse_property(const document::Node& scalar, const ExpressionContext& context,
                                                 base::Reporter& reporter) {
  if (!is_readable(scalar, "a property", reporter)) return std::nullopt;
  ExpressionText source{scalar, reporter};
  PropertyExpression result = PropertyResolver{context, source}.run(parse_syntax(source, Grammar::property));
  if (source.failed()) return std::nullopt;
  return result;
}

}  // namespace vertebra::load
