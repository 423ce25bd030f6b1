#include "pairs.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace pairs {

void require(bool good, const std::string& what) {
  if (good) return;
  std::fputs((what + "\n").c_str(), stderr);
  std::exit(1);
}

namespace {

// Makes the same patient for both, answer by answer.
class PairMaker {
 public:
  PairMaker(const vertebra::Engine& engine, std::uint32_t seed) : engine_{engine}, random_{seed} {}

  std::pair<vertebra::Patient, hand_written::Patient> make() {
    vertebra::Patient patient{engine_};
    hand_written::Patient by_hand;
    patient_ = &patient;
    yes_no("lbp_present", by_hand.lbp_present, 0.95);
    number("pain_duration", vertebra::days(pick(60)), by_hand.pain_duration_days);
    number("pain_severity", vertebra::score(pick(10)), by_hand.pain_severity);
    yes_no("pain_improves_with_rest", by_hand.pain_improves_with_rest, 0.7);
    legs("leg_pain", by_hand.leg_pain);
    yes_no("leg_pain_below_knee", by_hand.leg_pain_below_knee, by_hand.leg_pain == hand_written::Legs::none ? 0 : 0.2);
    legs("leg_weakness", by_hand.leg_weakness);
    yes_no("leg_weakness_progressive", by_hand.leg_weakness_progressive,
           by_hand.leg_weakness == hand_written::Legs::none ? 0 : 0.1);
    legs("leg_numbness", by_hand.leg_numbness);
    legs("leg_tingling", by_hand.leg_tingling);
    yes_no("unexplained_weight_loss", by_hand.unexplained_weight_loss, 0.03);
    yes_no("fever", by_hand.fever, 0.05);
    const bool no_fever = by_hand.fever == hand_written::Truth::no;
    number("body_temperature", vertebra::celsius(36 + pick(no_fever ? 1 : 3)), by_hand.body_temperature_c);
    yes_no("back_swelling", by_hand.back_swelling, 0.03);
    choice("bowel_control_problem", by_hand.bowel, {"none", "new_or_worse", "longstanding_unchanged"});
    choice("bladder_control_problem", by_hand.bladder, {"none", "new_or_worse", "longstanding_unchanged"});
    choice("history_of_cancer", by_hand.history_of_cancer, {"none", "past", "active", "non_melanoma_skin_only"});
    yes_no("osteoporosis", by_hand.osteoporosis, 0.05);
    choice("steroid_use", by_hand.steroid_use,
           {"none", "inhaled_topical_only", "systemic_short", "systemic_prolonged", "anabolic", "unspecified"});
    yes_no("recurrent_episode", by_hand.recurrent_episode, 0.5);
    yes_no("nonpharm_trial_inadequate", by_hand.nonpharm_trial_inadequate, 0.3);
    yes_no("muscle_tightness", by_hand.muscle_tightness, 0.5);
    yes_no("back_movement_limited", by_hand.back_movement_limited, 0.5);
    yes_no("long_sitting", by_hand.long_sitting, 0.5);
    return {std::move(patient), by_hand};
  }

 private:
  bool chance(double share) { return std::uniform_real_distribution{}(random_) < share; }
  int pick(int most) { return std::uniform_int_distribution{0, most}(random_); }
  bool is_missing() { return chance(0.2); }

  template <class Answer>
  void set(const char* fact, const Answer& answer) {
    const vertebra::Status status = patient_->set(fact, answer);
    require(static_cast<bool>(status), to_string(status.problem()));
  }

  void yes_no(const char* fact, hand_written::Truth& by_hand, double share) {
    const bool answer = chance(share);
    if (is_missing()) return;
    by_hand = answer ? hand_written::Truth::yes : hand_written::Truth::no;
    set(fact, answer);
  }

  void number(const char* fact, const vertebra::Quantity& answer, double& by_hand) {
    if (is_missing()) return;
    by_hand = answer.low;
    set(fact, answer);
  }

  // The first is what most say; the values of `by_hand` stand in the order of the names.
  template <class Enum>
  void choice(const char* fact, Enum& by_hand, const std::vector<const char*>& names) {
    const int picked = chance(0.9) ? 0 : pick(static_cast<int>(names.size()) - 1);
    if (is_missing()) return;
    by_hand = static_cast<Enum>(picked);
    set(fact, vertebra::choice(names[static_cast<std::size_t>(picked)]));
  }
  void legs(const char* fact, hand_written::Legs& by_hand) { choice(fact, by_hand, {"none", "one_leg", "both_legs"}); }

  const vertebra::Engine& engine_;
  std::mt19937 random_;
  vertebra::Patient* patient_ = nullptr;
};

hand_written::Verdict verdict_of(const vertebra::TreatmentSummary& treatment) {
  if (treatment.verdict == vertebra::Verdict::offered) return hand_written::Verdict::offered;
  if (treatment.verdict == vertebra::Verdict::provisional) return hand_written::Verdict::provisional;
  return treatment.cause == vertebra::Cause::deferred ? hand_written::Verdict::deferred
                                                      : hand_written::Verdict::not_in_scope;
}

void require_same(const vertebra::Outcome& ours, const hand_written::Advice& theirs) {
  const auto care = ours.care();
  require(care.has_value() == theirs.assessed, "scope differs");
  if (care) require(care->least.rank == theirs.least && care->most.rank == theirs.most, "care differs");
  require(ours.conflicts().empty(), "the patients must be free of conflicts");
  for (const auto& treatment : ours.summaries()) {
    const std::size_t i = treatment.index;
    require(verdict_of(treatment) == theirs.verdicts[i], "a verdict differs");
    require(treatment.rank == theirs.ranks[i], "a rank differs");
    require(treatment.score == vertebra::Score{theirs.scores[i].low, theirs.scores[i].high}, "a score differs");
  }
}

}  // namespace

const Pairs& all() {
  static const Pairs made = [] {
    auto loaded = vertebra::load_rule_set(VERTEBRA_SOURCE_DIR "/rules/low_back_pain", "spine_pro");
    require(loaded.rule_set.has_value(), "spine_pro does not load: run vertebra check");
    Pairs result{vertebra::Engine{*std::move(loaded.rule_set)}, {}, {}};
    PairMaker maker{result.engine, 20260131};
    vertebra::Evaluator evaluator{result.engine};
    for (int i = 0; i < patient_count; ++i) {
      auto [patient, by_hand] = maker.make();
      require_same(evaluator.evaluate(patient, as_of), hand_written::advise(by_hand));
      result.patients.push_back(std::move(patient));
      result.by_hand.push_back(by_hand);
    }
    return result;
  }();
  return made;
}

}  // namespace pairs
