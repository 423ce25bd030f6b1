#include "hand_written.hpp"

#include <algorithm>
#include <numeric>

namespace hand_written {
namespace {

Truth both(Truth a, Truth b) { return std::min(a, b); }
Truth either(Truth a, Truth b) { return std::max(a, b); }
Truth negate(Truth a) { return static_cast<Truth>(2 - static_cast<int>(a)); }
Truth known(bool value) { return value ? Truth::yes : Truth::no; }

Truth at_least(double value, double limit) { return std::isnan(value) ? Truth::unknown : known(value >= limit); }
Truth more_than(double value, double limit) { return std::isnan(value) ? Truth::unknown : known(value > limit); }

Truth any_leg(Legs legs) { return legs == Legs::unknown ? Truth::unknown : known(legs != Legs::none); }
Truth new_trouble(Control control) {
  return control == Control::unknown ? Truth::unknown : known(control == Control::new_or_worse);
}

Truth steroids_count(Steroids use) {
  if (use == Steroids::unknown) return Truth::unknown;
  return known(use == Steroids::systemic_short || use == Steroids::systemic_prolonged || use == Steroids::unspecified);
}

// What one answer implies of another.
void complete(Patient& patient) {
  if (patient.leg_pain == Legs::unknown && patient.leg_pain_below_knee == Truth::yes) patient.leg_pain = Legs::some;
  if (patient.leg_weakness == Legs::unknown && patient.leg_weakness_progressive == Truth::yes)
    patient.leg_weakness = Legs::some;
  if (patient.fever == Truth::unknown && at_least(patient.body_temperature_c, 38) == Truth::yes)
    patient.fever = Truth::yes;
}

Truth warning_sign(const Patient& p) {
  const Truth persistent = more_than(p.pain_duration_days, 28);
  const Truth severe = both(at_least(p.pain_severity, 7), negate(p.pain_improves_with_rest));
  const Truth nerves = either(any_leg(p.leg_weakness), either(any_leg(p.leg_numbness), any_leg(p.leg_tingling)));
  const Truth hot = p.fever == Truth::no ? Truth::no : either(p.fever, at_least(p.body_temperature_c, 38));
  const Truth illness = either(p.unexplained_weight_loss, either(hot, p.back_swelling));
  const Truth control = either(new_trouble(p.bowel), new_trouble(p.bladder));
  const Truth cancer =
      p.history_of_cancer == Cancer::unknown ? Truth::unknown : known(p.history_of_cancer != Cancer::none);
  const Truth history = either(cancer, either(p.osteoporosis, steroids_count(p.steroid_use)));
  Truth any = either(persistent, severe);
  any = either(any, any_leg(p.leg_pain));
  any = either(any, nerves);
  any = either(any, illness);
  any = either(any, control);
  return both(p.lbp_present, either(any, history));
}

void argue(Score& score, int points, Truth when) {
  if (when == Truth::no) return;
  if (when == Truth::yes || points < 0) score.low += points;
  if (when == Truth::yes || points > 0) score.high += points;
}

void score_exercise(const Patient& p, Truth past, Truth early, Truth sore, Truth severe, Advice& advice) {
  for (const Treatment each : {pelvic_tilt, bridge, plank}) {
    Score& score = advice.scores[each] = {24, 24};
    argue(score, 6, p.recurrent_episode);
    argue(score, 4, past);
    argue(score, -6, both(early, sore));
    argue(score, -6, severe);
  }
  argue(advice.scores[pelvic_tilt], 2, sore);
  argue(advice.scores[plank], -3, sore);
  for (const Treatment each : {knee_to_chest_stretch, hamstring_stretch, spinal_twist_stretch}) {
    Score& score = advice.scores[each] = {21, 21};
    argue(score, 6, p.muscle_tightness);
    argue(score, 3, p.back_movement_limited);
    argue(score, 3, p.recurrent_episode);
    argue(score, -6, severe);
  }
  argue(advice.scores[spinal_twist_stretch], -2, early);
  for (const Treatment each : {shoulders_relaxed, sit_straight_feet_flat, avoid_slouching}) {
    argue(advice.scores[each] = {22, 22}, 5, p.long_sitting);
  }
}

void score_methods(const Patient& p, Truth past, Truth early, Truth sore, Advice& advice) {
  Score& therapy = advice.scores[physical_therapy] = {20, 20};
  argue(therapy, 8, past);
  argue(therapy, 6, p.nonpharm_trial_inadequate);
  argue(therapy, 4, p.back_movement_limited);
  argue(therapy, 4, p.recurrent_episode);
  argue(advice.scores[massage_therapy] = {20, 20}, 6, p.muscle_tightness);
  argue(advice.scores[acupuncture] = {20, 20}, 3, sore);
  argue(advice.scores[spinal_manipulation] = {20, 20}, 6, p.back_movement_limited);
  for (const Treatment each : {acetaminophen, ibuprofen}) {
    Score& score = advice.scores[each] = {20, 20};
    argue(score, 8, both(early, sore));
    argue(score, -5, past);
  }
  for (const Treatment each : {heat, cold}) argue(advice.scores[each] = {20, 20}, 8, early);
  argue(advice.scores[heat], 4, p.muscle_tightness);
}

void rank(Advice& advice) {
  std::array<std::uint8_t, treatment_count> order{};
  std::iota(order.begin(), order.end(), std::uint8_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint8_t a, std::uint8_t b) {
    if (advice.verdicts[a] != advice.verdicts[b]) return advice.verdicts[a] < advice.verdicts[b];
    if (advice.scores[a].low != advice.scores[b].low) return advice.scores[a].low > advice.scores[b].low;
    if (advice.scores[a].high != advice.scores[b].high) return advice.scores[a].high > advice.scores[b].high;
    return a < b;
  });
  for (std::uint8_t i = 0; i < treatment_count; ++i) advice.ranks[order[i]] = static_cast<std::uint8_t>(i + 1);
}

}  // namespace

Advice advise(const Patient& answers) {
  Patient patient = answers;
  complete(patient);
  Advice advice;
  advice.assessed = patient.lbp_present != Truth::no;
  const Truth warned = warning_sign(patient);
  advice.least = warned == Truth::yes ? 3 : 0;
  advice.most = warned == Truth::no ? 0 : 3;
  const Truth offered = both(patient.lbp_present, negate(warned));
  const Verdict verdict = patient.lbp_present == Truth::no ? Verdict::not_in_scope
                          : warned == Truth::yes           ? Verdict::deferred
                          : offered == Truth::yes          ? Verdict::offered
                                                           : Verdict::provisional;
  advice.verdicts.fill(verdict);
  const Truth past = more_than(patient.pain_duration_days, 28);
  const Truth early = negate(past);
  const Truth sore = at_least(patient.pain_severity, 4);
  score_exercise(patient, past, early, sore, at_least(patient.pain_severity, 7), advice);
  score_methods(patient, past, early, sore, advice);
  if (patient.lbp_present == Truth::yes) rank(advice);
  return advice;
}

}  // namespace hand_written
