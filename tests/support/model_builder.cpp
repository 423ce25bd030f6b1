#include "support/model_builder.hpp"

#include <utility>

namespace vertebra::test {
namespace {

using model::Expression;
using model::Operator;

template <class T>
int append(std::vector<T>& list, T item) {
  list.push_back(std::move(item));
  return static_cast<int>(list.size()) - 1;
}

Expression counted(Operator op, std::vector<Expression> operands, int count = 0) {
  Expression result;
  result.op = op;
  result.count = count;
  result.operands = std::move(operands);
  return result;
}

Expression named(Operator op, int guide, int index) {
  Expression result;
  result.op = op;
  result.guide = guide;
  result.index = index;
  return result;
}

}  // namespace

Expression fact_is_yes(int fact) {
  Expression result;
  result.op = Operator::fact;
  result.fact = fact;
  return result;
}

Expression choice_is(int fact, std::uint64_t choices) {
  Expression result;
  result.op = Operator::choice;
  result.fact = fact;
  result.choices = choices;
  return result;
}

Expression compare(int fact, model::Relation relation, double threshold, int parameter) {
  Expression result;
  result.op = Operator::comparison;
  result.fact = fact;
  result.relation = relation;
  result.threshold = threshold;
  result.parameter = parameter;
  return result;
}

Expression condition(int guide, int index) { return named(Operator::condition, guide, index); }
Expression red_flag(int guide, int index) { return named(Operator::red_flag, guide, index); }
Expression score(int guide, int index, model::Relation relation, int threshold) {
  Expression result = named(Operator::score, guide, index);
  result.relation = relation;
  result.threshold = threshold;
  return result;
}
Expression negation(Expression operand) { return counted(Operator::negation, {std::move(operand)}); }
Expression all_of(std::vector<Expression> operands) { return counted(Operator::all, std::move(operands)); }
Expression any_of(std::vector<Expression> operands) { return counted(Operator::any, std::move(operands)); }
Expression at_least(int count, std::vector<Expression> operands) {
  return counted(Operator::at_least, std::move(operands), count);
}

ModelBuilder::ModelBuilder() {
  auto files = std::make_shared<base::Files>();
  files->add("rules.yaml", {});
  rules_.files = std::move(files);
  rules_.vocabulary.id = "vocabulary";
}

base::Place ModelBuilder::next_place(std::string_view id) { return {0, ++line_, 3, static_cast<int>(id.size())}; }

int ModelBuilder::boolean(std::string id) {
  model::Fact fact;
  fact.place = next_place(id);
  fact.shape.id = std::move(id);
  return append(rules_.vocabulary.facts, std::move(fact));
}

int ModelBuilder::quantity(std::string id, std::string_view unit, double min, double max) {
  const int index = boolean(std::move(id));
  base::FactShape& shape = rules_.vocabulary.facts.back().shape;
  shape.type = base::FactType::quantity;
  shape.unit = base::Unit{unit};
  shape.min = min;
  shape.max = max;
  return index;
}

int ModelBuilder::choices(std::string id, std::vector<std::string> members) {
  const int index = boolean(std::move(id));
  base::FactShape& shape = rules_.vocabulary.facts.back().shape;
  shape.type = base::FactType::choice;
  shape.choices = std::move(members);
  return index;
}

int ModelBuilder::shared_condition(std::string id, Expression when) {
  const base::Place place = next_place(id);
  return append(rules_.vocabulary.conditions, {std::move(id), place, std::move(when), {}});
}

int ModelBuilder::care_level(std::string id) {
  const base::Place place = next_place(id);
  return append(rules_.vocabulary.care_levels, {std::move(id), place, {}});
}

int ModelBuilder::treatment(std::string id, int part_of) {
  if (part_of >= 0) rules_.vocabulary.treatments[static_cast<std::size_t>(part_of)].is_group = true;
  model::Treatment treatment;
  treatment.place = next_place(id);
  treatment.id = std::move(id);
  treatment.part_of = part_of;
  return append(rules_.vocabulary.treatments, std::move(treatment));
}

int ModelBuilder::guide(std::string id) {
  model::Guide guide;
  guide.place = next_place(id);
  guide.id = std::move(id);
  return append(rules_.guides, std::move(guide));
}

int ModelBuilder::source(int guide, std::string id) {
  model::Source source;
  source.place = next_place(id);
  source.id = std::move(id);
  return append(guide_at(guide).sources, std::move(source));
}

int ModelBuilder::parameter(int guide, std::string id, double value, std::string_view unit) {
  model::Parameter parameter;
  parameter.place = next_place(id);
  parameter.id = std::move(id);
  parameter.value = value;
  parameter.unit = base::Unit{unit};
  return append(guide_at(guide).parameters, std::move(parameter));
}

int ModelBuilder::strength(int guide, std::string word, int points) {
  const base::Place place = next_place(word);
  return append(guide_at(guide).strengths, {std::move(word), place, points});
}

int ModelBuilder::condition(int guide, std::string id, Expression when) {
  const base::Place place = next_place(id);
  return append(guide_at(guide).conditions, {std::move(id), place, std::move(when), {}});
}

int ModelBuilder::red_flag(int guide, std::string id, int level, Expression when) {
  const base::Place place = next_place(id);
  return append(guide_at(guide).red_flags, {std::move(id), place, level, std::move(when), {}, {}});
}

// Members are called m0, m1, … and stand on the score's own line.
int ModelBuilder::score(int guide, std::string id, std::vector<std::pair<int, Expression>> members) {
  model::Score score;
  score.place = next_place(id);
  score.id = std::move(id);
  for (auto& [points, when] : members)
    score.sum.push_back({"m" + std::to_string(score.sum.size()), score.place, points, std::move(when)});
  return append(guide_at(guide).scores, std::move(score));
}

int ModelBuilder::opinion(int guide, int treatment, int strength, std::optional<Expression> when) {
  model::Opinion opinion;
  opinion.treatment = treatment;
  opinion.place = next_place("opinion");
  opinion.strength = strength;
  opinion.when = std::move(when);
  return append(guide_at(guide).opinions, std::move(opinion));
}

int ModelBuilder::argument(int guide, int opinion, std::string id, int points, Expression when) {
  const base::Place place = next_place(id);
  return append(guide_at(guide).opinions[static_cast<std::size_t>(opinion)].arguments,
                {std::move(id), place, points, std::move(when), {}, {}});
}

int ModelBuilder::contraindication(int guide, std::string id, Expression when, std::vector<int> blocks,
                                   std::vector<int> cautions) {
  const base::Place place = next_place(id);
  return append(guide_at(guide).contraindications,
                {std::move(id), place, std::move(when), std::move(blocks), std::move(cautions), {}, {}});
}

int ModelBuilder::notice(int guide, std::string id, std::optional<Expression> when) {
  const base::Place place = next_place(id);
  return append(guide_at(guide).notices, {std::move(id), place, std::move(when), {}, {}});
}

}  // namespace vertebra::test
