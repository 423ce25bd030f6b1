#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "load/expression_resolver.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::FactType;

const base::FactShape& shape_of(const Meaning& meaning, const ExpressionContext& context) {
  return context.vocabulary.facts[static_cast<std::size_t>(meaning.index)].shape;
}

// A number of the fact's range that makes a believable example.
double example_of(const base::FactShape& fact) {
  const double middle = std::floor(fact.min + (fact.max - fact.min) / 2);
  return middle >= fact.min ? middle : fact.max;
}

const model::Score& score_of(const Meaning& meaning, const ExpressionContext& context) {
  return context.guide->scores[static_cast<std::size_t>(meaning.index)];
}

std::string right_form_of_fact(const base::FactShape& fact) {
  switch (fact.type) {
    case FactType::boolean: return "write " + ticked(fact.id) + " or " + ticked("not " + fact.id);
    case FactType::quantity:
      return "compare it with a number, as in " + ticked(fact.id + " >= " + measure_text(example_of(fact), fact.unit));
    case FactType::choice: break;
  }
  return "write " + ticked(fact.id + " is …") + " with one of " + list_text(fact.choices);
}

}  // namespace

const Meaning* look_up(const Token& name, std::string_view kinds, const ExpressionContext& context,
                       ExpressionText& source) {
  const Meaning* meaning = context.names.find(name.text);
  if (meaning == nullptr) {
    source.report(base::Code::unknown_name, name.span, ticked(name.text) + " is not " + std::string{kinds},
                  name.is("yes") || name.is("no")
                      ? "what always holds is " + ticked("true") + ", what never does is " + ticked("false")
                      : context.names.help_for(name.text, source.reporter()));
  }
  return meaning;
}

std::string describe(const Meaning& meaning, const ExpressionContext& context) {
  switch (meaning.kind) {
    case NameKind::condition: return "a condition";
    case NameKind::red_flag: return "a red flag";
    case NameKind::parameter: return "a parameter";
    case NameKind::score: return "a score";
    case NameKind::fact: break;
  }
  const base::FactShape& fact = shape_of(meaning, context);
  if (fact.type == FactType::boolean) return "a yes-or-no fact";
  if (fact.type == FactType::choice) return "a choice";
  return "a number in " + ticked(fact.unit.ucum);
}

std::string right_form(const Meaning& meaning, std::string_view name, const ExpressionContext& context) {
  const std::string text{name};
  if (meaning.kind == NameKind::fact) return right_form_of_fact(shape_of(meaning, context));
  if (meaning.kind == NameKind::score) {
    const auto most = bounds(score_of(meaning, context)).second;
    return "compare it with a whole number, as in " + ticked(text + " >= " + std::to_string(most));
  }
  if (meaning.kind == NameKind::parameter) return "compare a fact with it, as in " + ticked("… >= " + text);
  return "write " + ticked(text) + " or " + ticked("not " + text);
}

}  // namespace vertebra::load
