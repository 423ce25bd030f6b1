#include "explain/truth_of.hpp"

#include <algorithm>

#include "eval/sums.hpp"
#include "explain/kleene.hpp"
#include "model/cut.hpp"

namespace vertebra::explain {
namespace {

using model::Expression;
using model::Operator;

Truth within(std::uint64_t possible, std::uint64_t wanted) {
  if ((possible & ~wanted) == 0) return Truth::yes;
  return (possible & wanted) == 0 ? Truth::no : Truth::unknown;
}

// INVARIANT: every comparison of the rules was compiled to a test of its fact, so its cut is among them.
Truth comparison(const Written& written, const eval::Domain& domain, const Expression& test) {
  const auto fact = static_cast<std::uint32_t>(test.fact);
  const bool whole = written.fact(fact).shape.unit.ucum == base::year_unit;
  const model::Cut cut = model::cut_of(test, whole);
  const image::Range tests = written.image().facts[fact].tests;
  std::uint32_t number = 0;
  for (std::uint32_t i = tests.begin; i < tests.end; ++i) {
    const image::Test& each = written.image().tests[i];
    if (each.value == cut.value && each.strict == cut.strict) number = i - tests.begin;
  }
  const Truth above = domain.low > number ? Truth::yes : domain.high <= number ? Truth::no : Truth::unknown;
  return cut.below ? !above : above;
}

Truth score(const Written& written, const eval::Result& result, const Expression& test) {
  const model::Cut cut = model::cut_of_score(test);
  const image::Score& score = written.image().scores[written.score_of(written.place_of(test.guide), test.index)];
  const Score sum = eval::sum_of(written.image(), score.members, result.planes);
  const Truth above = eval::reaches(sum, static_cast<std::int32_t>(cut.value));
  return cut.below ? !above : above;
}

}  // namespace

Truth truth_of_test(const Written& written, const eval::Domain& domain, const Expression& test) {
  switch (test.op) {
    case Operator::fact: return within(domain.cells, 0b10);
    case Operator::choice: return within(domain.cells, test.choices);
    case Operator::negation: return !truth_of_test(written, domain, test.operands.front());
    default: return comparison(written, domain, test);
  }
}

Truth truth_of(const Written& written, const Run& run, const Expression& expression) {
  const auto operand = [&](const Expression& each) { return truth_of(written, run, each); };
  const auto values = [&](std::uint32_t fact) {
    return eval::domain_after(written.image(), run.result.planes, fact, run.answers[fact]);
  };
  const auto counted = [&](std::size_t count) {
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
    for (const Expression& each : expression.operands) {
      const Truth truth = operand(each);
      yes += truth == Truth::yes ? 1 : 0;
      no += truth == Truth::no ? 1 : 0;
    }
    const auto size = static_cast<std::uint32_t>(expression.operands.size());
    return at_least(static_cast<std::uint32_t>(count), size, yes, no);
  };
  switch (expression.op) {
    case Operator::constant: return expression.value ? Truth::yes : Truth::no;
    case Operator::fact:
    case Operator::choice:
    case Operator::comparison:
      return truth_of_test(written, values(static_cast<std::uint32_t>(expression.fact)), expression);
    case Operator::condition:
      return run.result.planes.at(written.literal(written.place_of(expression.guide), expression.index));
    case Operator::red_flag: {
      const std::uint32_t flag = written.flag_of(written.place_of(expression.guide), expression.index);
      return run.result.planes.at(written.image().red_flags[flag].holds);
    }
    case Operator::score: return score(written, run.result, expression);
    case Operator::negation: return !operand(expression.operands.front());
    case Operator::all: return counted(expression.operands.size());
    case Operator::any: return counted(1);
    case Operator::at_least: break;
  }
  return counted(static_cast<std::size_t>(expression.count));
}

}  // namespace vertebra::explain
