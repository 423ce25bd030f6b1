#include "base/text.hpp"
#include "load/expression_fixture.hpp"

// Written to be obvious rather than short: every operand stands in parentheses.
namespace vertebra::load {
namespace {

using model::Expression;
using model::Operator;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

std::string ExpressionFixture::text(const Expression& e) const {
  switch (e.op) {
    case Operator::constant: return e.value ? "true" : "false";
    case Operator::fact: return vocabulary_.facts.at(at(e.fact)).shape.id;
    case Operator::choice: {
      const auto& choices = vocabulary_.facts.at(at(e.fact)).shape.choices;
      std::string list;
      for (std::size_t i = 0; i < choices.size(); ++i)
        if ((e.choices >> i & 1) != 0) list += (list.empty() ? "" : ", ") + choices[i];
      return vocabulary_.facts.at(at(e.fact)).shape.id + " in (" + list + ")";
    }
    case Operator::comparison:
    case Operator::score: return text_of_comparison(e);
    case Operator::condition: return (e.guide < 0 ? vocabulary_.conditions : guide_.conditions).at(at(e.index)).id;
    case Operator::red_flag: return guide_.red_flags.at(at(e.index)).id;
    case Operator::negation: {
      const std::string inner = text(e.operands.at(0));
      return inner.empty() ? inner : "not (" + inner + ")";
    }
    case Operator::all: return text_of_all(e, "all of");
    case Operator::any: return text_of_all(e, "any of");
    case Operator::at_least: return text_of_all(e, "at least " + std::to_string(e.count) + " of");
  }
  return {};
}

std::string ExpressionFixture::text_of_all(const Expression& expression, std::string_view joint) const {
  std::string list;
  for (const Expression& operand : expression.operands) {
    const std::string inner = text(operand);
    if (inner.empty()) return {};
    list += (list.empty() ? "" : ", ") + inner;
  }
  return std::string{joint} + " (" + list + ")";
}

std::string ExpressionFixture::text_of_comparison(const Expression& expression) const {
  constexpr std::string_view signs[] = {"<", "<=", ">", ">="};
  const bool of_score = expression.op == Operator::score;
  const std::string name =
      of_score ? guide_.scores.at(at(expression.index)).id : vocabulary_.facts.at(at(expression.fact)).shape.id;
  const std::string left = name + " " + std::string{signs[static_cast<int>(expression.relation)]} + " ";
  if (expression.parameter >= 0) return left + guide_.parameters.at(at(expression.parameter)).id;
  const std::string number = base::number_text(expression.threshold);
  if (!base::parse_number(number)) return {};
  return left + number + (of_score ? "" : " " + std::string{vocabulary_.facts.at(at(expression.fact)).shape.unit.ucum});
}

}  // namespace vertebra::load
