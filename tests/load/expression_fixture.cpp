#include "load/expression_fixture.hpp"

#include <stdexcept>

#include "base/text.hpp"
#include "document/reader.hpp"

namespace vertebra::load {
namespace {

using base::FactShape;
using base::FactType;
using model::Operator;

base::Unit unit(std::string_view ucum) { return base::find_unit(ucum).value(); }

FactShape boolean(std::string id) { return {std::move(id), FactType::boolean, {}, 0, 0, {}, {}}; }
FactShape quantity(std::string id, std::string_view ucum, double min, double max) {
  return {std::move(id), FactType::quantity, unit(ucum), min, max, {}, {}};
}
FactShape choice(std::string id, std::vector<std::string> choices) {
  return {std::move(id), FactType::choice, {}, 0, 0, std::move(choices), {}};
}

std::vector<FactShape> all_facts() {
  FactShape severity = quantity("pain_severity", "{score}", 0, 10);
  severity.words = {{"mild", {1, 3}}, {"severe", {7, 10}}};
  return {boolean("fever"),
          boolean("osteoporosis"),
          quantity("pain_duration", "d", 0, 36500),
          severity,
          quantity("body_temperature", "Cel", 30, 45),
          quantity("age", "a", 0, 120),
          quantity("kidney_filtration", "mL/min/{1.73_m2}", 0, 200),
          quantity("body_weight", "kg", 1, 400),
          quantity("acetaminophen_daily", "mg/d", 0, 20000),
          quantity("oxygen_saturation", "%", 0, 100),
          choice("leg_pain", {"none", "one_leg", "both_legs"}),
          choice("pregnancy", {"no", "yes", "not_applicable"}),
          choice("odd", {"and", "in", "of", "not", "care", "true"})};
}

model::Parameter parameter(std::string id, double value, std::string_view ucum) {
  model::Parameter result;
  result.id = std::move(id);
  result.value = value;
  result.unit = unit(ucum);
  return result;
}

template <class Thing>
Thing called(std::string id) {
  Thing result;
  result.id = std::move(id);
  return result;
}

template <class Things>
void add_names(NameTable& names, const Things& things, NameKind kind, int guide) {
  int index = 0;
  for (const auto& thing : things) names.add(thing.id, {kind, guide, index++});
}

std::string text_of(model::Relation relation) {
  constexpr std::string_view signs[] = {"<", "<=", ">", ">="};
  return std::string{signs[static_cast<int>(relation)]};
}

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

ExpressionFixture::ExpressionFixture() {
  for (FactShape& shape : all_facts()) {
    vocabulary_.facts.emplace_back().shape = shape;
    vocabulary_names_.add(shape.id, {NameKind::fact, -1, static_cast<int>(vocabulary_.facts.size()) - 1});
  }
  vocabulary_.conditions = {called<model::Condition>("severe_pain")};
  guide_.parameters = {parameter("few_weeks", 28, "d"),
                       parameter("three_months", 3, "mo"),
                       parameter("severe_from", 7, "{score}"),
                       parameter("two_points", 2, "{score}"),
                       parameter("half_a_point", 0.5, "{score}"),
                       parameter("fever_from", 100.4, "[degF]"),
                       parameter("forever", 200, "a")};
  guide_.conditions = {called<model::Condition>("past_few_weeks")};
  guide_.red_flags = {called<model::RedFlag>("persistent_pain")};
  model::Score start_back = called<model::Score>("start_back");  // -1 to 3.
  for (const int points : {1, 2, -1}) start_back.sum.push_back({"m" + std::to_string(points), {}, points, {}});
  start_back.bands = {{"low", {}, -1, 1}, {"high", {}, 2, 3}};
  guide_.scores = {start_back};
  add_names(vocabulary_names_, vocabulary_.conditions, NameKind::condition, -1);
  guide_names_ = vocabulary_names_;
  add_names(guide_names_, guide_.parameters, NameKind::parameter, guide_index);
  add_names(guide_names_, guide_.conditions, NameKind::condition, guide_index);
  add_names(guide_names_, guide_.red_flags, NameKind::red_flag, guide_index);
  add_names(guide_names_, guide_.scores, NameKind::score, guide_index);
}

ExpressionFixture::Read ExpressionFixture::read_document(std::string_view text, bool in_guide,
                                                         std::string_view name) const {
  base::Files files;
  base::Reporter reporter{files};
  const int file = files.add(std::string{name}, std::string{text});
  Read result;
  if (const auto root = document::read(files, file, document::format_of(name), reporter)) {
    const ExpressionContext context{files, vocabulary_, in_guide ? &guide_ : nullptr,
                                    in_guide ? guide_names_ : vocabulary_names_};
    result.expression = parse_expression(root->entries.at(0).value, context, reporter);
  }
  if (result.expression) result.meaning = meaning(*result.expression);
  result.problems = reporter.take();
  return result;
}

ExpressionFixture::Read ExpressionFixture::read(std::string_view expression, bool in_guide) const {
  return read_document("when: |\n  " + std::string{expression} + "\n", in_guide);
}

std::string ExpressionFixture::meaning(const model::Expression& e) const {
  const bool own = e.guide == guide_index;
  switch (e.op) {
    case Operator::constant: return e.value ? "true" : "false";
    case Operator::fact: return vocabulary_.facts.at(at(e.fact)).shape.id;
    case Operator::choice: return "(is " + vocabulary_.facts.at(at(e.fact)).shape.id + choices(e) + ")";
    case Operator::comparison: return comparison(e);
    case Operator::condition:
      if (own) return "(own " + guide_.conditions.at(at(e.index)).id + ")";
      return e.guide == -1 ? "(shared " + vocabulary_.conditions.at(at(e.index)).id + ")" : "(wrong guide)";
    case Operator::red_flag: return own ? "(flag " + guide_.red_flags.at(at(e.index)).id + ")" : "(wrong guide)";
    case Operator::score: return own ? comparison(e) : "(wrong guide)";
    case Operator::negation: return "(not" + operands(e) + ")";
    case Operator::all: return "(all" + operands(e) + ")";
    case Operator::any: return "(any" + operands(e) + ")";
    case Operator::at_least: return "(at-least " + std::to_string(e.count) + operands(e) + ")";
  }
  return {};
}

std::string ExpressionFixture::operands(const model::Expression& expression) const {
  std::string result;
  for (const model::Expression& operand : expression.operands) result += " " + meaning(operand);
  return result;
}

std::string ExpressionFixture::choices(const model::Expression& expression) const {
  const auto& ids = vocabulary_.facts.at(at(expression.fact)).shape.choices;
  std::string result;
  for (std::size_t i = 0; i < 64; ++i) {
    if ((expression.choices >> i & 1) != 0) result += " " + ids.at(i);
  }
  return result;
}

std::string ExpressionFixture::comparison(const model::Expression& expression) const {
  const bool of_score = expression.op == Operator::score;
  const std::string& compared =
      of_score ? guide_.scores.at(at(expression.index)).id : vocabulary_.facts.at(at(expression.fact)).shape.id;
  std::string result =
      "(" + text_of(expression.relation) + " " + compared + " " + base::number_text(expression.threshold);
  if (expression.parameter >= 0) result += " " + guide_.parameters.at(at(expression.parameter)).id;
  return result + ")";
}

}  // namespace vertebra::load
