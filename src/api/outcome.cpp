#include <vertebra/outcome.hpp>

#include <array>

#include "api/state.hpp"
#include "explain/advice.hpp"
#include "report/outcome_json.hpp"
#include "report/outcome_text.hpp"

namespace vertebra {

Outcome::Outcome(std::unique_ptr<State> state) : state_{std::move(state)} {}
Outcome::Outcome(const Outcome& other) : state_{std::make_unique<State>(*other.state_)} {}
Outcome::Outcome(Outcome&& other) noexcept = default;
Outcome& Outcome::operator=(const Outcome& other) {
  if (this != &other) state_ = std::make_unique<State>(*other.state_);
  return *this;
}
Outcome& Outcome::operator=(Outcome&& other) noexcept = default;
Outcome::~Outcome() = default;

Date Outcome::as_of() const noexcept { return state_->result.as_of; }

std::string_view Outcome::profile() const noexcept {
  const image::Image& image = state_->rule_set->image;
  return image.view(image.profile);
}

std::string_view Outcome::hash() const noexcept {
  const image::Image& image = state_->rule_set->image;
  return image.view(image.hash);
}

std::vector<GuideAdvice> Outcome::guides() const { return explain::guides(state_->rule_set->image, state_->result); }

std::optional<CareInterval> Outcome::care() const { return explain::care(state_->rule_set->image, state_->result); }

std::vector<RedFlagAdvice> Outcome::red_flags() const {
  return explain::red_flags(state_->rule_set->image, state_->result);
}

std::vector<TreatmentAdvice> Outcome::treatments() const {
  return explain::treatments(state_->rule_set->image, state_->result);
}

const std::vector<TreatmentSummary>& Outcome::summaries() const noexcept { return state_->result.treatments; }

std::vector<ScoreAdvice> Outcome::scores() const { return explain::scores(state_->rule_set->image, state_->result); }

std::optional<CertainFirst> Outcome::certain_first() const {
  return explain::certain_first(state_->rule_set->image, state_->result);
}

std::vector<ConflictAdvice> Outcome::conflicts() const {
  return explain::conflicts(state_->rule_set->image, state_->result);
}

std::vector<NoticeAdvice> Outcome::notices() const { return explain::notices(state_->rule_set->image, state_->result); }

std::string Outcome::to_json() const { return report::to_json(state_->rule_set->image, state_->result); }

std::string to_text(const Outcome& outcome, const TextStyle& style) {
  const Outcome::State& state = outcome.state();
  return report::to_text(state.rule_set->image, state.result, style);
}

}  // namespace vertebra
