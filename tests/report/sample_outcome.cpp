#include "report/sample_outcome.hpp"

#include <utility>

namespace vertebra::test {
namespace {

template <class Advice>
void set_facts(Advice& advice, Ids facts) {
  (advice.truth == Truth::unknown ? advice.depends_on : advice.facts) = std::move(facts);
}

TreatmentAdvice heat() {
  TreatmentAdvice out = ranked(1, "heat", "Heat", Verdict::offered, {28, 32});
  out.part_of = "thermal_therapy";
  out.arguments = {argument("strength", 20, Truth::yes, "", {"S32"}, {}),
                   argument("early", 8, Truth::yes, "It suits the first weeks.", {"I-22"}, {"pain_duration"}),
                   argument("tight", 4, Truth::unknown, "", {"I-22"}, {"muscle_tightness"})};
  out.claims = {{"can", "instant", "relieves", {"S32"}}};
  out.obligations = {{"discuss_first", "spine_pro", "Discuss it first.", {"S35", "I-12"}}};
  out.positions = {{"acp_2017", Position::favors, {}}};
  out.contraindications = {contraindication("fresh_injury", Effect::caution, Truth::yes, "Heat can swell it.", {"C.10"},
                                            {"pain_onset_trauma"})};
  return out;
}

TreatmentAdvice ibuprofen() {
  TreatmentAdvice out = ranked(9, "ibuprofen", "Ibuprofen", Verdict::provisional, {20, 28});
  out.depends_on = {"peptic_ulcer_or_gi_bleed"};
  out.contraindications = {contraindication("ulcer_or_gut_bleeding", Effect::block, Truth::unknown,
                                            "It can make an ulcer bleed.", {"C.9"}, {"peptic_ulcer_or_gi_bleed"})};
  return out;
}

TreatmentAdvice massage() {
  TreatmentAdvice out = treatment("massage_therapy", "Massage", Verdict::withheld, Cause::blocked);
  out.contraindications = {
      contraindication("fever", Effect::block, Truth::yes, "Not while there is a fever.", {"C.5"}, {"fever"})};
  return out;
}

}  // namespace

TreatmentAdvice treatment(std::string_view id, std::string_view label, Verdict verdict, Cause cause) {
  TreatmentAdvice out;
  out.id = id;
  out.label = label;
  out.verdict = verdict;
  out.cause = cause;
  return out;
}

TreatmentAdvice ranked(int rank, std::string_view id, std::string_view label, Verdict verdict, Score score) {
  TreatmentAdvice out = treatment(id, label, verdict, verdict == Verdict::withheld ? Cause::deferred : Cause::none);
  out.rank = rank;
  out.score = score;
  return out;
}

RedFlagAdvice red_flag(std::string_view id, Truth truth, CareLevel level, std::string_view because, Ids sources,
                       Ids facts) {
  RedFlagAdvice out;
  out.id = id;
  out.guide = "spine_pro";
  out.truth = truth;
  out.level = level;
  out.because = because;
  out.sources = std::move(sources);
  set_facts(out, std::move(facts));
  return out;
}

ArgumentAdvice argument(std::string_view id, int points, Truth truth, std::string_view because, Ids sources,
                        Ids facts) {
  ArgumentAdvice out;
  out.id = id;
  out.points = points;
  out.truth = truth;
  out.because = because;
  out.sources = std::move(sources);
  set_facts(out, std::move(facts));
  return out;
}

ContraindicationAdvice contraindication(std::string_view id, Effect effect, Truth truth, std::string_view because,
                                        Ids sources, Ids facts) {
  ContraindicationAdvice out;
  out.id = id;
  out.guide = "treatment_safety";
  out.effect = effect;
  out.truth = truth;
  out.because = because;
  out.sources = std::move(sources);
  set_facts(out, std::move(facts));
  return out;
}

Question question(std::string_view fact, std::string_view ask, std::initializer_list<Change> could_change,
                  std::optional<CareLevel> could_raise) {
  Question out;
  out.fact = fact;
  out.ask = ask;
  for (const Change each : could_change) out.could_change.add(each);
  out.could_raise = could_raise;
  return out;
}

report::OutcomeParts empty_outcome() {
  report::OutcomeParts out;
  out.as_of = date(2026, 1, 31);
  out.profile = "default";
  out.hash = "sha256:00ff";
  out.guides = {{"spine_pro", "1.0.0", Truth::yes, {}}};
  return out;
}

report::OutcomeParts sample_outcome() {
  report::OutcomeParts out = empty_outcome();
  out.care = CareInterval{same_day, emergency, {"saddle_numbness"}};
  out.red_flags = {red_flag("persistent_pain", Truth::yes, same_day, "The pain has lasted longer than a few weeks.",
                            {"S40", "I-1"}, {"pain_duration"}),
                   red_flag("cauda_equina", Truth::unknown, emergency,
                            "The nerves at the end of the spine may be pressed.", {"R-1"}, {"saddle_numbness"})};
  out.red_flags.back().guide = "red_flag_tiers";
  out.treatments = {heat(), ibuprofen(), massage()};
  out.scores = {{"start_back", "spine_pro", {3, 4}, "unknown"}};
  out.certain_first = CertainFirst{"heat", true, 4};
  out.conflicts = {{"thermometer_agrees", {"fever", "body_temperature"}, {"fever"}, "38 °C is a fever."}};
  out.notices = {{"see_a_professional", "spine_pro", "See one.", {"S52"}}};
  out.standing_notices = out.notices;
  out.ask = {question("saddle_numbness", "Is the skin you sit on numb?", {Change::care}, emergency),
             question("peptic_ulcer_or_gi_bleed", "Have you ever had an ulcer?", {Change::verdicts}),
             question("muscle_tightness", "Are the muscles tight?", {Change::scores})};
  out.ask.front().panel = "nerves";
  return out;
}

}  // namespace vertebra::test
