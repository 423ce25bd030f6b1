#include <vertebra/patient.hpp>

#include <optional>

#include "api/state.hpp"
#include "base/reporter.hpp"
#include "base/text.hpp"
#include "eval/domain.hpp"
#include "load/answers.hpp"

namespace vertebra {
namespace {

std::optional<FactId> find(const Patient::State& state, std::string_view id) {
  const auto& known = state.rule_set->fact_by_id;
  const auto found = known.find(id);
  return found == known.end() ? std::nullopt : std::optional{FactId{found->second}};
}

Status unknown_fact(const Patient::State& state, std::string_view id) {
  std::vector<std::string_view> names;
  for (const base::FactShape& shape : state.rule_set->shapes) names.push_back(shape.id);
  const std::string_view near = base::closest(id, names);
  std::string help = near.empty() ? std::string{} : "did you mean `" + std::string{near} + "`?";
  return Status{base::make_diagnostic(base::Code::unknown_fact,
                                      "`" + std::string{id} + "` is not a fact of this rule set", std::move(help))};
}

Status unknown_fact(const Patient::State& state, FactId fact) {
  return unknown_fact(state, "fact " + std::to_string(fact.index));
}

Status refused(const base::AnswerProblem& problem) {
  return Status{base::make_diagnostic(problem.code, problem.message, problem.help)};
}

// `read` takes the answer in, or leaves what was given before and says why.
template <class Reader>
Status record(Patient::State& state, FactId fact, const Reader& read) {
  if (fact.index >= state.given.size()) return unknown_fact(state, fact);
  const RuleSet::State& rules = *state.rule_set;
  base::Possible& given = state.given.data()[fact.index];
  if (const base::Refusal problem = read(rules.shapes.data()[fact.index], given)) return refused(*problem);
  state.answers.set(rules.image, fact.index, eval::domain_of(rules.image, fact.index, given));
  return {};
}

}  // namespace

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
  for (base::Possible& each : state_->given) each = {};
}

template <AnswerType T>
Status Patient::set(FactId fact, const T& answer) {
  return record(*state_, fact, [&](const base::FactShape& shape, base::Possible& given) {
    return base::interpret(shape, answer, given);
  });
}

template <AnswerType T>
Status Patient::set(std::string_view fact, const T& answer) {
  const std::optional<FactId> found = find(*state_, fact);
  return found ? set(*found, answer) : unknown_fact(*state_, fact);
}

template Status Patient::set(FactId, const bool&);
template Status Patient::set(FactId, const Quantity&);
template Status Patient::set(FactId, const Choice&);
template Status Patient::set(FactId, const Unknown&);
template Status Patient::set(FactId, const Answer&);
template Status Patient::set(std::string_view, const bool&);
template Status Patient::set(std::string_view, const Quantity&);
template Status Patient::set(std::string_view, const Choice&);
template Status Patient::set(std::string_view, const Unknown&);
template Status Patient::set(std::string_view, const Answer&);

Status Patient::set_text(FactId fact, std::string_view answer) {
  return record(*state_, fact, [&](const base::FactShape& shape, base::Possible& given) {
    return base::interpret_text(shape, answer, given);
  });
}

Status Patient::set_text(std::string_view fact, std::string_view answer) {
  const std::optional<FactId> found = find(*state_, fact);
  return found ? set_text(*found, answer) : unknown_fact(*state_, fact);
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
