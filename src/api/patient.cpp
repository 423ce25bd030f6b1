#include <vertebra/patient.hpp>

#include <algorithm>

#include "api/state.hpp"
#include "base/reporter.hpp"
#include "base/text.hpp"
#include "eval/domain.hpp"
#include "load/answers.hpp"

namespace vertebra {

Patient::Patient(const Engine& engine)
    : state_{std::make_unique<State>(State{engine.rule_set().shared_state(), *engine.rule_set().state().unknown,
                                           std::vector<base::Possible>(engine.rule_set().state().shapes.size())})} {}

Patient::Patient(const Patient& other) : state_{std::make_unique<State>(*other.state_)} {}
Patient::Patient(Patient&& other) noexcept = default;
Patient& Patient::operator=(const Patient& other) {
  if (this != &other) state_ = std::make_unique<State>(*other.state_);
  return *this;
}
Patient& Patient::operator=(Patient&& other) noexcept = default;
Patient::~Patient() = default;

bool Patient::is_known(FactId fact) const noexcept {
  return fact.index < state_->given.size() && state_->given[fact.index].known;
}

void Patient::clear() noexcept {
  state_->answers = *state_->rule_set->unknown;
  std::ranges::fill(state_->given, base::Possible{});
}

Status Patient::unknown_fact(std::string_view id) const {
  std::vector<std::string_view> names;
  for (const base::FactShape& shape : state_->rule_set->shapes) names.push_back(shape.id);
  const std::string_view near = base::closest(id, names);
  std::string help = near.empty() ? std::string{} : "did you mean `" + std::string{near} + "`?";
  return Status{base::make_diagnostic(base::Code::unknown_fact,
                                      "`" + std::string{id} + "` is not a fact of this rule set", std::move(help))};
}

template <class Reader>
Status Patient::record(FactId fact, const Reader& read) {
  if (fact.index >= state_->given.size()) return unknown_fact("fact " + std::to_string(fact.index));
  const std::variant<base::Possible, base::AnswerProblem> answer = read(state_->rule_set->shapes[fact.index]);
  if (const auto* problem = std::get_if<base::AnswerProblem>(&answer)) {
    return Status{base::make_diagnostic(problem->code, problem->message, problem->help)};
  }
  const auto& possible = std::get<base::Possible>(answer);
  const image::Image& image = state_->rule_set->image;
  state_->answers.set(image, fact.index, eval::domain_of(image, fact.index, possible));
  state_->given[fact.index] = possible;
  return {};
}

Status Patient::set_answer(std::string_view fact, const Answer& answer) {
  const auto& known = state_->rule_set->fact_by_id;
  const auto found = known.find(fact);
  return found == known.end() ? unknown_fact(fact) : set_answer(FactId{found->second}, answer);
}

Status Patient::set_answer(FactId fact, const Answer& answer) {
  return record(fact, [&](const base::FactShape& shape) { return base::interpret(shape, answer); });
}

Status Patient::set_text(std::string_view fact, std::string_view answer) {
  const auto& known = state_->rule_set->fact_by_id;
  const auto found = known.find(fact);
  return found == known.end() ? unknown_fact(fact) : set_text(FactId{found->second}, answer);
}

Status Patient::set_text(FactId fact, std::string_view answer) {
  return record(fact, [&](const base::FactShape& shape) { return base::interpret_text(shape, answer); });
}

PatientResult read_patient(Patient& patient, std::string_view text, std::string_view name) {
  Patient::State& state = *patient.state_;
  load::Answers read = load::read_answers(state.rule_set->shapes, text, name);
  PatientResult result{std::move(read.diagnostics)};
  if (!result) return result;
  for (const load::FactAnswer& each : read.answers) {
    const auto fact = static_cast<std::uint32_t>(each.fact);
    state.answers.set(state.rule_set->image, fact, eval::domain_of(state.rule_set->image, fact, each.possible));
    state.given[fact] = each.possible;
  }
  return result;
}

}  // namespace vertebra
