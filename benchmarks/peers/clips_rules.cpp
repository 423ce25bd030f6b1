#include <algorithm>

#include "base/text.hpp"
#include "writers.hpp"

namespace peers {
namespace {

namespace base = vertebra::base;

constexpr std::size_t most_rules_a_gate = 300;

// Every way to choose `count` of them.
std::vector<std::vector<Literal>> choices_of(std::size_t count, const std::vector<Literal>& from) {
  std::vector<std::vector<Literal>> result;
  std::vector<std::size_t> places(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = i;
  while (true) {
    std::vector<Literal> chosen;
    for (const std::size_t each : places) chosen.push_back(from[each]);
    result.push_back(std::move(chosen));
    if (result.size() > most_rules_a_gate) fail("too many ways to choose for the rules of CLIPS");
    std::size_t last = count;
    while (last > 0 && places[last - 1] == from.size() - count + last - 1) --last;
    if (last == 0) return result;
    ++places[last - 1];
    for (std::size_t i = last; i < count; ++i) places[i] = places[i - 1] + 1;
  }
}

class Writer {
 public:
  explicit Writer(const Plan& plan)
      : plan_{plan}, outputs_{outputs(plan)}, is_read_(plan.gates.size()), narrowed_{narrowed_tests(plan)} {
    for (const Gate& each : plan.gates) {
      for (const Literal of : each.of) {
        if (!of.is_test) is_read_[static_cast<std::size_t>(of.index)] = true;
      }
    }
  }

  std::string write() {
    for (const Fact& each : plan_.facts) text_ += "(deftemplate f-" + each.shape.id + " (slot is))\n";
    for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
      if (is_derived(i)) text_ += "(deftemplate s-" + plan_.tests[i].name + " (slot is))\n";
    }
    for (const Gate& each : plan_.gates) text_ += "(deftemplate s-" + each.name + " (slot is))\n";
    write_tests();
    for (std::size_t i = 0; i < plan_.gates.size(); ++i) write_gate(static_cast<int>(i));
    for (const Literal each : outputs_) {
      if (!each.is_test) continue;
      for (const bool value : {true, false}) rule({each}, value, record(each, value));
    }
    return text_;
  }

 private:
  const Test& test(Literal literal) const { return plan_.tests[static_cast<std::size_t>(literal.index)]; }
  const base::FactShape& shape(const Test& test) const {
    return plan_.facts[static_cast<std::size_t>(test.fact)].shape;
  }

  // Tests of numbers and choices that another answer may decide have a fact of their own; a boolean is one already.
  bool is_derived(std::size_t test) const {
    return narrowed_[test] && shape(plan_.tests[test]).type != base::FactType::boolean;
  }

  std::string template_of(Literal literal) const {
    if (!literal.is_test) return "s-" + plan_.name(literal);
    return is_derived(static_cast<std::size_t>(literal.index)) ? "s-" + test(literal).name
                                                               : "f-" + shape(test(literal)).id;
  }

  static std::string known(const std::string& name, bool value) {
    return "(" + name + " (is " + (value ? "yes" : "no") + "))";
  }

  std::string asked(const Test& test, bool value) {
    const base::FactShape& fact = shape(test);
    if (fact.type == base::FactType::boolean) return known("f-" + fact.id, value);
    if (fact.type == base::FactType::quantity) {
      const std::string variable = "?v" + std::to_string(++variables_);
      const std::string relation = value ? (test.strict ? ">" : ">=") : (test.strict ? "<=" : "<");
      return "(f-" + fact.id + " (is " + variable + "&:(" + relation + " " + variable + " " +
             base::number_text(test.value) + ")))";
    }
    std::vector<std::string> members;
    for (std::size_t i = 0; i < fact.choices.size(); ++i) {
      if (((test.cells >> i & 1) != 0) == value) members.push_back("c-" + fact.choices[i]);
    }
    return "(f-" + fact.id + " (is " + joined(members, "|", [](const std::string& each) { return each; }) + "))";
  }

  std::string pattern(Literal literal, bool value) {
    const bool wanted = value != literal.negated;
    const bool is_asked = literal.is_test && !is_derived(static_cast<std::size_t>(literal.index));
    return is_asked ? asked(test(literal), wanted) : known(template_of(literal), wanted);
  }

  void rule(const std::vector<Literal>& when, bool value, const std::string& actions) {
    std::string patterns;
    for (const Literal each : when) patterns += " " + pattern(each, value);
    text_ += "(defrule r" + std::to_string(++rules_) + patterns + " => " + actions + ")\n";
  }

  std::string record(Literal output, bool value) const {
    output.negated = false;
    const auto found = std::ranges::lower_bound(outputs_, output);
    if (found == outputs_.end() || *found != output) return {};
    return "(record " + std::to_string(found - outputs_.begin()) + " " + (value ? "1" : "0") + ")";
  }

  void write_tests() {
    for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
      if (!is_derived(i)) continue;
      for (const bool value : {true, false}) {
        text_ += "(defrule r" + std::to_string(++rules_) + " " + asked(plan_.tests[i], value) + " => (assert " +
                 known("s-" + plan_.tests[i].name, value) + "))\n";
      }
    }
    for (const Implication& each : plan_.implications) {
      const std::string then = joined(each.then, " ", [this](Literal literal) {
        return "(assert " + known(template_of(literal), !literal.negated) + ")";
      });
      rule(each.when, true, then);
    }
  }

  void write_gate(int index) {
    const Gate& gate = plan_.gates[static_cast<std::size_t>(index)];
    if (gate.count == 0) return;
    const auto count = static_cast<std::size_t>(gate.count);
    for (const bool value : {true, false}) {
      std::string actions = record({false, index, false}, value);
      if (is_read_[static_cast<std::size_t>(index)])
        actions = "(assert " + known("s-" + gate.name, value) + ") " + actions;
      const std::size_t needed = value ? count : gate.of.size() - count + 1;
      for (const auto& chosen : choices_of(needed, gate.of)) rule(chosen, value, actions);
    }
  }

  const Plan& plan_;
  std::vector<Literal> outputs_;
  std::vector<bool> is_read_;  // Gates, by other gates.
  std::vector<bool> narrowed_;
  int variables_ = 0;
  int rules_ = 0;
  std::string text_;
};

}  // namespace

std::string clips_rules(const Plan& plan) { return Writer{plan}.write(); }

}  // namespace peers
