#include "load/canonical_writer.hpp"

namespace vertebra::load {
namespace {

std::string_view type_name(base::FactType type) {
  if (type == base::FactType::choice) return "choice";
  return type == base::FactType::quantity ? "quantity" : "boolean";
}

}  // namespace

void CanonicalWriter::codes(const std::vector<model::CodeBinding>& codes) {
  ordered("codes", codes, [&](const model::CodeBinding& binding) {
    object([&] {
      json_.member("code", binding.code);
      json_.member("mark", binding.mark);
      json_.member("system", binding.system);
      word("value", binding.value);
    });
  });
}

void CanonicalWriter::fact(const model::Fact& fact) {
  const auto pair = [&](std::pair<double, double> ends) {
    json_.begin_array();
    json_.value(ends.first);
    json_.value(ends.second);
    json_.end_array();
  };
  object([&] {
    text("ask", fact.ask);
    codes(fact.codes);
    json_.member("id", fact.shape.id);
    ordered("of", fact.shape.choices, [&](const std::string& choice) { json_.value(choice); });
    word("panel", fact.panel);
    if (fact.shape.type == base::FactType::quantity) {
      json_.key("range");
      pair({fact.shape.min, fact.shape.max});
    }
    json_.member("type", type_name(fact.shape.type));
    word("unit", fact.shape.unit.ucum);
    by_id(
        "words", fact.shape.words, [](const auto& each) -> const std::string& { return each.first; },
        [&](const auto& each) { pair(each.second); });
  });
}

void CanonicalWriter::condition(const model::Guide* guide, const model::Condition& condition) {
  object([&] {
    if (guide) sources(*guide, condition.sources);
    when("when", guide, condition.when);
  });
}

void CanonicalWriter::clause(const model::Clause& clause) {
  object([&] {
    text("because", clause.because);
    json_.member("id", clause.id);
    ordered("never", clause.parts, [&](const auto& part) { write_expression(json_, rules_, nullptr, part); });
    json_.member("set_aside", at(rules_.vocabulary.facts, clause.set_aside).shape.id);
  });
}

void CanonicalWriter::treatment(const model::Treatment& treatment) {
  object([&] {
    codes(treatment.codes);
    json_.member("id", treatment.id);
    text("label", treatment.label);
    if (treatment.part_of >= 0) json_.member("part_of", at(rules_.vocabulary.treatments, treatment.part_of).id);
  });
}

void CanonicalWriter::vocabulary() {
  const auto& vocabulary = rules_.vocabulary;
  object([&] {
    ordered("care_levels", vocabulary.care_levels, [&](const model::CareLevel& each) {
      object([&] {
        json_.member("id", each.id);
        text("label", each.label);
      });
    });
    by_id(
        "conditions", vocabulary.conditions, [](const auto& each) -> const std::string& { return each.id; },
        [&](const auto& each) { condition(nullptr, each); });
    ordered("consistency", vocabulary.consistency, [&](const auto& each) { clause(each); });
    ordered("facts", vocabulary.facts, [&](const auto& each) { fact(each); });
    json_.member("id", vocabulary.id);
    ordered("languages", vocabulary.languages, [&](const std::string& each) { json_.value(each); });
    ordered("treatments", vocabulary.treatments, [&](const auto& each) { treatment(each); });
    word("version", vocabulary.version);
  });
}

}  // namespace vertebra::load
