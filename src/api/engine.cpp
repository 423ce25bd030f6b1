#include <vertebra/engine.hpp>

#include <cassert>

#include "api/state.hpp"
#include "api/why_question.hpp"
#include "eval/patient_executor.hpp"
#include "explain/explainer.hpp"
#include "explain/questions.hpp"

namespace vertebra {

std::optional<FactId> Engine::fact(std::string_view id) const noexcept {
  const auto& known = rule_set_.state().fact_by_id;
  const auto found = known.find(id);
  return found == known.end() ? std::nullopt : std::optional{FactId{found->second}};
}

struct Evaluator::Scratch {
  explicit Scratch(const std::shared_ptr<const RuleSet::State>& rules)
      : executor{rules->image},
        outcome{std::make_unique<Outcome::State>(Outcome::State{rules, eval::prepare(rules->image)})} {}

  eval::PatientExecutor executor;
  Outcome outcome;
  std::optional<explain::Questions> questions;  // Made when first asked for.
  std::optional<explain::Explainer> explainer;  // Made when first asked.
};

Evaluator::Evaluator(const Engine& engine) : scratch_{std::make_unique<Scratch>(engine.rule_set().shared_state())} {}
Evaluator::~Evaluator() = default;

const Outcome& Evaluator::evaluate(const Patient& patient, Date as_of) {
  Outcome::State& state = *scratch_->outcome.state_;
  assert(patient.state().rule_set == state.rule_set && "the patient was made for another engine");
  scratch_->executor.run(patient.state().answers, as_of, state.result);
  return scratch_->outcome;
}

const std::vector<Question>& Evaluator::ask_next(const Patient& patient, Date as_of, Until until) {
  evaluate(patient, as_of);
  const Outcome::State& state = scratch_->outcome.state();
  if (!scratch_->questions) scratch_->questions.emplace(state.rule_set->image, state.result);
  return scratch_->questions->list(until);
}

WhyReply Evaluator::why(const Patient& patient, Date as_of, const WhyQuestion& question) {
  const std::shared_ptr<const RuleSet::State>& rules = scratch_->outcome.state_->rule_set;
  assert(patient.state().rule_set == rules && "the patient was made for another engine");
  const auto asked = resolve(*rules, question);
  if (const auto* problem = std::get_if<Diagnostic>(&asked)) return {std::nullopt, *problem};
  if (!scratch_->explainer) scratch_->explainer.emplace(*rules->written, scratch_->executor, *rules->unknown);
  explain::WhyTree tree = scratch_->explainer->why(patient.state().answers, as_of, std::get<explain::Asked>(asked));
  return {Why{std::make_unique<Why::State>(Why::State{rules, question, as_of, std::move(tree), patient.state().given})},
          {}};
}

}  // namespace vertebra
