#include <cmath>

#include "base/json_writer.hpp"
#include "base/text.hpp"
#include "workload.hpp"
#include "writers.hpp"

namespace peers {
namespace {

namespace base = vertebra::base;

void write_answers(const Plan& plan, const Answers& answers, base::JsonWriter& json) {
  json.begin_object();
  for (const Fact& fact : plan.facts) {
    const double value = answers[static_cast<std::size_t>(fact.in_vocabulary)];
    if (std::isnan(value)) continue;
    json.key(fact.shape.id);
    if (fact.shape.type == base::FactType::boolean) json.value(value != 0);
    if (fact.shape.type == base::FactType::quantity) json.value(value);
    if (fact.shape.type == base::FactType::choice) json.value(fact.shape.choices[static_cast<std::size_t>(value)]);
  }
  json.end_object();
}

class Writer {
 public:
  explicit Writer(const Workload& all) : all_{all}, plan_{all.plan} {}

  std::string write() {
    json_.begin_object();
    json_.member("levels", plan_.levels);
    list("facts", plan_.facts, [this](const Fact& each) { write_fact(each); });
    list("tests", plan_.tests, [this](const Test& each) { write_test(each); });
    list("gates", plan_.gates, [this](const Gate& each) { write_gate(each); });
    list("implications", plan_.implications, [this](const Implication& each) {
      json_.begin_object();
      literals("when", each.when), literals("then", each.then);
      json_.end_object();
    });
    literals("outputs", outputs(plan_));
    literals("scope", std::vector{plan_.scope});
    literals("scopes", plan_.scopes);
    list("red_flags", plan_.red_flags, [this](const RedFlag& each) {
      json_.begin_object();
      literals("holds", std::vector{each.holds}), json_.member("level", each.level),
          json_.member("defers", each.defers);
      json_.end_object();
    });
    list("opinions", plan_.opinions, [this](const Opinion& each) { write_opinion(each); });
    list("treatments", plan_.treatments, [this](const Treatment& each) { write_treatment(each); });
    write_patients("patients", all_.patients);
    write_patients("complete", all_.complete);
    json_.end_object();
    return json_.take();
  }

 private:
  template <class List, class Function>
  void list(const char* name, const List& items, Function write_one) {
    json_.key(name);
    json_.begin_array();
    for (const auto& each : items) write_one(each);
    json_.end_array();
  }

  // Tests come first, then gates; twice the number, and one more for the negation.
  void literals(const char* name, const std::vector<Literal>& items) {
    list(name, items, [this](Literal each) {
      const int node = each.index + (each.is_test ? 0 : static_cast<int>(plan_.tests.size()));
      json_.value(2 * node + (each.negated ? 1 : 0));
    });
  }

  void write_fact(const Fact& fact) {
    json_.begin_object();
    json_.member("id", fact.shape.id);
    constexpr const char* types[] = {"boolean", "quantity", "choice"};
    json_.member("type", types[static_cast<int>(fact.shape.type)]);
    list("choices", fact.shape.choices, [this](const std::string& each) { json_.value(each); });
    json_.end_object();
  }

  void write_test(const Test& test) {
    json_.begin_object();
    json_.member("name", test.name), json_.member("fact", test.fact);
    json_.member("strict", test.strict), json_.member("value", test.value);
    json_.key("choices");
    json_.begin_array();
    const auto& choices = plan_.facts[static_cast<std::size_t>(test.fact)].shape.choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if ((test.cells >> i & 1) != 0) json_.value(choices[i]);
    }
    json_.end_array();
    json_.end_object();
  }

  void write_gate(const Gate& gate) {
    json_.begin_object();
    json_.member("name", gate.name), json_.member("count", gate.count);
    literals("of", gate.of);
    json_.end_object();
  }

  void write_opinion(const Opinion& opinion) {
    json_.begin_object();
    literals("indication", opinion.indication);
    list("arguments", opinion.arguments, [this](const Argument& each) {
      json_.begin_object();
      literals("when", std::vector{each.when}), json_.member("points", each.points);
      json_.end_object();
    });
    json_.end_object();
  }

  void write_treatment(const Treatment& treatment) {
    json_.begin_object();
    json_.member("position", static_cast<int>(treatment.position)), json_.member("base", treatment.base);
    list("opinions", treatment.opinions, [this](int each) { json_.value(each); });
    literals("blocks", treatment.blocks);
    json_.end_object();
  }

  void write_patients(const char* name, const std::vector<Answers>& patients) {
    json_.key(name);
    json_.begin_object();
    list("answers", patients, [this](const Answers& each) { write_answers(plan_, each, json_); });
    list("outcomes", all_.advise(patients), [this](const Outcome& each) {
      json_.begin_object();
      json_.member("care_assessed", each.care_assessed), json_.member("least", each.least),
          json_.member("most", each.most);
      list("verdicts", each.verdicts, [this](Verdict verdict) { json_.value(static_cast<int>(verdict)); });
      const auto number = [this](int value) { json_.value(value); };
      list("low", each.low, number), list("high", each.high, number), list("ranks", each.ranks, number);
      json_.end_object();
    });
    json_.end_object();
  }

  const Workload& all_;
  const Plan& plan_;
  base::JsonWriter json_;
};

}  // namespace

std::string plan_json(const Workload& all) { return Writer{all}.write(); }

std::string answers_json(const Plan& plan, const Answers& answers) {
  base::JsonWriter json;
  write_answers(plan, answers, json);
  return json.take();
}

}  // namespace peers
