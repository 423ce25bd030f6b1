#include "support/generate_vocabulary.hpp"

#include <algorithm>
#include <string>

#include "support/generate_expressions.hpp"
#include "support/reference_narrowing.hpp"

namespace vertebra::generate {
namespace {

constexpr std::string_view units[] = {base::score_unit, "d", base::year_unit};

model::Fact fact(Tape& tape, int index, const VocabularyOptions& options) {
  model::Fact result;
  base::FactShape& shape = result.shape;
  shape.id = "f" + std::to_string(index);
  result.ask.text = "What of " + shape.id + "?";
  shape.type = static_cast<base::FactType>(tape.pick(3));
  if (shape.type == base::FactType::quantity) {
    shape.unit = {units[tape.pick(options.years ? 3 : 2)]};
    shape.max = whole_steps;
  }
  if (shape.type == base::FactType::choice)
    for (int i = 0, n = 2 + tape.pick(3); i < n; ++i) shape.choices.push_back("x" + std::to_string(i));
  return result;
}

model::Clause clause(Tape& tape, const model::Vocabulary& vocabulary, int index) {
  model::Clause result;
  result.id = "never" + std::to_string(index);
  result.because.text = "Nobody is so.";
  for (int i = 2 - tape.pick(3); i < 3; ++i) {
    model::Expression part = test(tape, vocabulary);
    for (int negations = tape.pick(5) % 3; negations > 0; --negations) part = negation(std::move(part));
    result.parts.push_back(std::move(part));
  }
  const int blamed = tape.pick(static_cast<int>(result.parts.size()));
  result.set_aside = reference::tested_fact(result.parts[blamed]);
  return result;
}

int depth(const std::vector<model::Treatment>& treatments, int index) {
  int result = 0;
  for (int up = treatments[index].part_of; up >= 0; up = treatments[up].part_of) ++result;
  return result;
}

std::vector<model::Treatment> catalogue(Tape& tape) {
  std::vector<model::Treatment> result(1 + tape.pick(7));
  for (int i = 0; i < static_cast<int>(result.size()); ++i) {
    result[i].id = "t" + std::to_string(i);
    result[i].label.text = "Treatment " + std::to_string(i);
    const int group = tape.pick(i + 2) - 1;  // The first ones are likely to be groups.
    if (group < 0 || group >= i || depth(result, group) == 2) continue;
    result[i].part_of = group;
    result[group].is_group = true;
  }
  if (!tape.once_in(2)) return result;
  std::reverse(result.begin(), result.end());  // Groups may also stand after their members.
  for (model::Treatment& each : result)
    if (each.part_of >= 0) each.part_of = static_cast<int>(result.size()) - 1 - each.part_of;
  return result;
}

}  // namespace

model::Vocabulary vocabulary(Tape& facts, Tape& clauses, Tape& treatments, const VocabularyOptions& options) {
  model::Vocabulary result;
  result.id = "random";
  result.version = "1.0.0";
  result.languages = {"en"};
  for (int i = 0, n = 2 + facts.pick(3); i < n; ++i)
    result.care_levels.push_back({"level" + std::to_string(i), {}, {"Level " + std::to_string(i), {}}});
  for (int i = 0, n = 2 + facts.pick(5); i < n; ++i) result.facts.push_back(fact(facts, i, options));
  for (int i = 0, n = facts.pick(4); i < n; ++i)
    result.conditions.push_back(
        {"s" + std::to_string(i), {}, expression(facts, {.vocabulary = result, .shared_conditions = i}, 2), {}});
  for (int i = 0, n = clauses.pick(options.clauses + 1); i < n; ++i)
    result.consistency.push_back(clause(clauses, result, i));
  while (reference::contradicts_itself(result)) result.consistency.pop_back();
  result.treatments = catalogue(treatments);
  return result;
}

}  // namespace vertebra::generate
