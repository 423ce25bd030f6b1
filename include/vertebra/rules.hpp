#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>
#include <vertebra/rule_set.hpp>
#include <vertebra/truth.hpp>

// The rules of a profile one by one, and what each was in one evaluation: to count over many patients how often a rule
// holds, and how often nobody knows.
//
//   const auto rules = vertebra::rules(engine.rule_set());
//   const auto truths = vertebra::rule_truths(evaluator.evaluate(patient, as_of));
//   for (std::size_t i = 0; i < rules.size(); ++i) show(rules[i].kind, rules[i].id, truths[i]);
namespace vertebra {

// Views live as long as the rule set.
struct RuleInfo {
  std::string_view kind;  // scope, red_flag, contraindication, indication, argument or notice
  std::string_view guide;
  std::string id;  // Of a scope empty, of an indication its treatment, of an argument "heat.early".
};

// Every rule that this profile asks: scopes, red flags and contraindications in profile order, then file order; then, of the
// guide that ranks, indications and arguments in catalogue order; then notices. An argument of a group stands once for each
// of its treatments.
std::vector<RuleInfo> rules(const RuleSet& rule_set);

// One for each of rules(). A red flag, contraindication or indication holds as far as the scope of its guide does; of an
// argument or a notice only its own `when` counts.
std::vector<Truth> rule_truths(const Outcome& outcome);

}  // namespace vertebra
