#include "support/generate_expressions.hpp"

#include <utility>

namespace vertebra::generate {
namespace {

using model::Expression;
using model::Operator;

Expression constant(bool value) {
  Expression result;
  result.value = value;
  return result;
}

Expression reference(Operator op, int guide, int index) {
  Expression result;
  result.op = op;
  result.guide = guide;
  result.index = index;
  return result;
}

// With a number that the score can reach.
Expression score_comparison(Tape& tape, const Names& names, int index) {
  Expression result = reference(Operator::score, names.guide, index);
  const auto [least, most] = model::bounds((*names.scores)[index]);
  result.relation = static_cast<model::Relation>(tape.pick(4));
  result.threshold = static_cast<double>(least + tape.pick(static_cast<int>(most - least) + 1));
  return result;
}

// A name that stands for another expression; a constant where there is none.
Expression name(Tape& tape, const Names& names) {
  const int scores = names.scores == nullptr ? 0 : static_cast<int>(names.scores->size());
  const int chosen = tape.pick(names.shared_conditions + names.conditions + names.red_flags + scores + 1);
  if (chosen == 0) return constant(tape.once_in(2));
  int index = chosen - 1;
  if (index < names.shared_conditions) return reference(Operator::condition, -1, index);
  index -= names.shared_conditions;
  if (index < names.conditions) return reference(Operator::condition, names.guide, index);
  index -= names.conditions;
  if (index < names.red_flags) return reference(Operator::red_flag, names.guide, index);
  return score_comparison(tape, names, index - names.red_flags);
}

std::vector<Expression> operands(Tape& tape, const Names& names, int depth) {
  std::vector<Expression> result;
  for (int i = 2 - tape.pick(3); i < 3; ++i) result.push_back(expression(tape, names, depth - 1));
  return result;
}

}  // namespace

Expression negation(Expression operand) { return joined(Operator::negation, {std::move(operand)}); }

Expression joined(Operator op, std::vector<Expression> operands, int count) {
  Expression result;
  result.op = op;
  result.count = count;
  result.operands = std::move(operands);
  return result;
}

Expression test(Tape& tape, const model::Vocabulary& vocabulary) {
  Expression result;
  result.fact = tape.pick(static_cast<int>(vocabulary.facts.size()));
  const base::FactShape& fact = vocabulary.facts[result.fact].shape;
  switch (fact.type) {
    case base::FactType::boolean: result.op = Operator::fact; break;
    case base::FactType::choice:
      result.op = Operator::choice;
      result.choices = std::uint64_t{1} << tape.pick(static_cast<int>(fact.choices.size()));
      if (tape.once_in(3)) result.choices |= std::uint64_t{1} << tape.pick(static_cast<int>(fact.choices.size()));
      break;
    case base::FactType::quantity:
      result.op = Operator::comparison;
      result.relation = static_cast<model::Relation>(tape.pick(4));
      result.threshold = tape.pick(whole_steps + 1);
      break;
  }
  return result;
}

Expression expression(Tape& tape, const Names& names, int depth) {
  switch (depth > 0 ? tape.pick(8) : tape.pick(3)) {
    case 2: return name(tape, names);
    case 3: return negation(expression(tape, names, depth - 1));
    case 4: return joined(Operator::all, operands(tape, names, depth));
    case 5: return joined(Operator::any, operands(tape, names, depth));
    case 6:
    case 7: {
      std::vector<Expression> list = operands(tape, names, depth);
      const int count = 1 + tape.pick(static_cast<int>(list.size()));
      return joined(Operator::at_least, std::move(list), count);
    }
    default: return test(tape, names.vocabulary);
  }
}

}  // namespace vertebra::generate
