#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "load/expression_resolver.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using model::Expression;
using model::Operator;
using model::Relation;

// The relation read from the other side: 28 d < x is x > 28 d.
Relation turned(Relation relation) {
  switch (relation) {
    case Relation::less: return Relation::greater;
    case Relation::less_or_equal: return Relation::greater_or_equal;
    case Relation::greater: return Relation::less;
    case Relation::greater_or_equal: break;
  }
  return Relation::less_or_equal;
}

bool points_down(const Token& relation) { return relation.text.front() == '<'; }

// A term with its name looked up: a fact or score, or a number that may come from a parameter.
struct Side {
  const Term* term = nullptr;
  int fact = -1;
  int score = -1;
  int parameter = -1;
  std::optional<Measure> measure;

  bool is_tested() const { return fact >= 0 || score >= 0; }
  bool is_usable() const { return is_tested() || measure.has_value(); }
};

// The values that what is compared can have.
struct Tested {
  std::string_view name;
  base::Unit unit;
  double min = 0;
  double max = 0;
  bool is_score = false;
};

class Comparison {
 public:
  Comparison(const Syntax& syntax, const ExpressionContext& context, ExpressionText& source)
      : syntax_{syntax}, context_{context}, source_{source} {}

  Expression run() {
    Expression result;
    result.op = Operator::all;
    result.place = source_.place(syntax_.span);
    for (const Term& term : syntax_.terms) sides_.push_back(look_up_side(term));
    check_direction();
    if (!tests_one_thing()) return result;
    for (std::size_t i = 0; i < syntax_.relations.size(); ++i) result.operands.push_back(compare(i));
    if (result.operands.size() > 1) return result;
    return std::move(result.operands.front());
  }

 private:
  Side look_up_side(const Term& term) {
    Side side;
    side.term = &term;
    if (term.token.is(TokenKind::number)) side.measure = read_measure(term.token, term.unit, source_);
    if (term.token.is(TokenKind::word)) look_up_name(side);
    return side;
  }

  void look_up_name(Side& side) {
    const Token& name = side.term->token;
    const Meaning* meaning =
        look_up(name, context_.guide != nullptr ? "a fact, score or parameter" : "a fact", context_, source_);
    if (meaning == nullptr) return;
    if (meaning->kind == NameKind::parameter) {
      const auto& parameter = context_.guide->parameters[static_cast<std::size_t>(meaning->index)];
      side.parameter = meaning->index;
      side.measure = Measure{parameter.value, parameter.unit};
    } else if (meaning->kind == NameKind::score) {
      side.score = meaning->index;
    } else if (meaning->kind == NameKind::fact && fact(meaning->index).type == base::FactType::quantity) {
      side.fact = meaning->index;
    } else {
      source_.report(
          Code::wrong_fact_type, name.span,
          ticked(name.text) + " is " + describe(*meaning, context_) + " and cannot be compared with a number",
          right_form(*meaning, name.text, context_));
    }
  }

  void check_direction() {
    if (syntax_.relations.size() < 2 || points_down(syntax_.relations[0]) == points_down(syntax_.relations[1])) return;
    source_.report(Code::bad_chain, syntax_.relations[1].span,
                   "the two comparisons of a chain point different ways: " + ticked(syntax_.relations[0].text) +
                       " and " + ticked(syntax_.relations[1].text),
                   "write it like `84 d < x <= 90 d`, or join two comparisons with `and`");
  }

  bool tests_one_thing() {
    const Side* first = nullptr;
    for (const Side& side : sides_) {
      if (!side.is_usable()) return false;
      if (!side.is_tested()) continue;
      if (first != nullptr) return refuse_second(*first, side);
      first = &side;
    }
    if (first == nullptr) {
      source_.report(Code::expression_syntax, syntax_.span, "a comparison needs a fact or score, and this one has none",
                     "compare a fact with a number or a parameter");
      return false;
    }
    return sides_.size() == 2 || sides_[1].is_tested() || refuse_at_end(*first);
  }

  bool refuse_second(const Side& first, const Side& second) {
    source_.report(Code::expression_syntax, second.term->span,
                   "a comparison has one fact or score, and " + ticked(first.term->token.text) + " and " +
                       ticked(second.term->token.text) + " are two",
                   "compare each with a number or a parameter");
    return false;
  }

  bool refuse_at_end(const Side& side) {
    source_.report(Code::expression_syntax, side.term->span,
                   "what a chain compares stands in its middle, and " + ticked(side.term->token.text) + " does not",
                   "write it like `84 d < x <= 90 d`");
    return false;
  }

  Expression compare(std::size_t i) {
    const bool tested_first = sides_[i].is_tested();
    const Side& tested = sides_[tested_first ? i : i + 1];
    const Side& limit = sides_[tested_first ? i + 1 : i];
    Expression result;
    result.op = tested.score >= 0 ? Operator::score : Operator::comparison;
    result.place = source_.place({sides_[i].term->span.begin, sides_[i + 1].term->span.end});
    result.fact = tested.fact;
    if (tested.score >= 0) {
      result.guide = context_.names.find(tested.term->token.text)->guide;
      result.index = tested.score;
    }
    result.relation = relation_of(syntax_.relations[i]);
    if (!tested_first) result.relation = turned(result.relation);
    result.parameter = limit.parameter;
    result.threshold = threshold(shape_of(tested), limit).value_or(0);
    return result;
  }

  Tested shape_of(const Side& tested) const {
    if (tested.score < 0) {
      const base::FactShape& shape = fact(tested.fact);
      return {shape.id, shape.unit, shape.min, shape.max, false};
    }
    const model::Score& score = context_.guide->scores[static_cast<std::size_t>(tested.score)];
    const auto [least, most] = bounds(score);
    return {score.id, base::Unit{base::score_unit}, static_cast<double>(least), static_cast<double>(most), true};
  }

  std::optional<double> threshold(const Tested& tested, const Side& limit) {
    const Term& term = *limit.term;
    const Span unit = term.unit.is(TokenKind::end) ? term.token.span : term.unit.span;
    const auto value = to_unit_of({tested.name, tested.unit}, *limit.measure, term.token.span, unit, source_);
    if (!value) return std::nullopt;
    const bool whole_only = tested.is_score || tested.unit.ucum == base::year_unit;
    if (whole_only && *value != std::floor(*value)) {
      const std::string counts = tested.is_score ? " is a sum of whole points" : " counts whole, completed years";
      source_.report(Code::out_of_range, term.span,
                     ticked(tested.name) + counts + ", and " + as_written(limit) + " is between two",
                     "write a whole number");
    } else if (*value < tested.min || *value > tested.max) {
      source_.report(Code::out_of_range, term.span,
                     as_written(limit) + " is outside the range of " + ticked(tested.name),
                     ticked(tested.name) + " goes from " + ticked(measure_text(tested.min, tested.unit)) + " to " +
                         ticked(measure_text(tested.max, tested.unit)));
    }
    return value;
  }

  std::string as_written(const Side& side) const {
    const std::string text = ticked(source_.slice(side.term->span));
    if (side.parameter < 0) return text;
    const auto& parameter = context_.guide->parameters[static_cast<std::size_t>(side.parameter)];
    return text + " (" + measure_text(parameter.value, parameter.unit) + ")";
  }

  const base::FactShape& fact(int index) const {
    return context_.vocabulary.facts[static_cast<std::size_t>(index)].shape;
  }

  const Syntax& syntax_;
  const ExpressionContext& context_;
  ExpressionText& source_;
  std::vector<Side> sides_;
};

}  // namespace

Relation relation_of(const Token& token) {
  if (token.text == "<") return Relation::less;
  if (token.text == "<=") return Relation::less_or_equal;
  return token.text == ">" ? Relation::greater : Relation::greater_or_equal;
}

Expression resolve_comparison(const Syntax& syntax, const ExpressionContext& context, ExpressionText& source) {
  return Comparison{syntax, context, source}.run();
}

}  // namespace vertebra::load
