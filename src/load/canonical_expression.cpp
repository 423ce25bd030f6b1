#include "load/canonical_expression.hpp"

namespace vertebra::load {
namespace {

using model::Expression;
using model::Operator;

template <class List>
const auto& at(const List& list, int index) {
  return list[static_cast<std::size_t>(index)];
}

class ExpressionWriter {
 public:
  ExpressionWriter(base::JsonWriter& json, const model::RuleSet& rules, const model::Guide* guide)
      : json_{json}, rules_{rules}, guide_{guide} {}

  // As deep as the grammar lets expressions nest.
  void write(const Expression& expression) {
    if (expression.op == Operator::constant) return json_.value(expression.value);
    json_.begin_object();
    switch (expression.op) {
      case Operator::constant: break;
      case Operator::fact: write_fact(expression); break;
      case Operator::choice: write_choice(expression); break;
      case Operator::comparison: write_comparison(expression); break;
      case Operator::condition: write_condition(expression); break;
      case Operator::red_flag: json_.member("red_flag", at(guide_->red_flags, expression.index).id); break;
      case Operator::score: write_score(expression); break;
      case Operator::negation: write_negation(expression); break;
      case Operator::all: write_operands("all", expression); break;
      case Operator::any: write_operands("any", expression); break;
      case Operator::at_least:
        json_.member("at_least", expression.count);
        write_operands("of", expression);
        break;
    }
    json_.end_object();
  }

 private:
  void write_fact(const Expression& expression) {
    json_.member("fact", at(rules_.vocabulary.facts, expression.fact).shape.id);
  }

  void write_choice(const Expression& expression) {
    const auto& choices = at(rules_.vocabulary.facts, expression.fact).shape.choices;
    write_fact(expression);
    json_.key("in");
    json_.begin_array();
    for (std::size_t i = 0; i < choices.size(); ++i)
      if ((expression.choices >> i) & 1U) json_.value(choices[i]);
    json_.end_array();
  }

  void write_limit(const Expression& expression) {
    json_.key(sign(expression.relation));
    if (expression.parameter >= 0)
      json_.value(at(guide_->parameters, expression.parameter).id);
    else
      json_.value(expression.threshold);
  }

  void write_comparison(const Expression& expression) {
    write_limit(expression);
    write_fact(expression);
  }

  void write_score(const Expression& expression) {
    write_limit(expression);
    json_.member("score", at(guide_->scores, expression.index).id);
  }

  void write_condition(const Expression& expression) {
    const auto& conditions = expression.guide < 0 ? rules_.vocabulary.conditions : guide_->conditions;
    json_.member("condition", at(conditions, expression.index).id);
  }

  void write_negation(const Expression& expression) {
    json_.key("not");
    write(expression.operands.front());
  }

  void write_operands(std::string_view key, const Expression& expression) {
    json_.key(key);
    json_.begin_array();
    for (const Expression& operand : expression.operands) write(operand);
    json_.end_array();
  }

  base::JsonWriter& json_;
  const model::RuleSet& rules_;
  const model::Guide* guide_;
};

}  // namespace

std::string_view sign(model::Relation relation) noexcept {
  switch (relation) {
    case model::Relation::less: return "<";
    case model::Relation::less_or_equal: return "<=";
    case model::Relation::greater: return ">";
    case model::Relation::greater_or_equal: return ">=";
  }
  return {};
}

void write_expression(base::JsonWriter& json, const model::RuleSet& rules, const model::Guide* guide,
                      const Expression& expression) {
  ExpressionWriter{json, rules, guide}.write(expression);
}

}  // namespace vertebra::load
