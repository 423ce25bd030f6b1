#include "report/outcome_json.hpp"

#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

#include "base/json_writer.hpp"
#include "report/json_parts.hpp"

namespace vertebra::report {
namespace {

using base::JsonWriter;

void write_red_flag(JsonWriter& json, const RedFlagAdvice& flag) {
  json.member("id", flag.id);
  json.member("guide", flag.guide);
  json.member("truth", to_string(flag.truth));
  json.member("level", flag.level.id);
  text_member(json, "because", flag.because);
  source_member(json, flag.sources);
  ids_member(json, "facts", flag.facts);
  ids_member(json, "depends_on", flag.depends_on);
}

void write_argument(JsonWriter& json, const ArgumentAdvice& argument) {
  json.member("id", argument.id);
  json.member("points", argument.points);
  if (argument.truth == Truth::unknown) json.member("truth", to_string(argument.truth));
  text_member(json, "because", argument.because);
  source_member(json, argument.sources);
  ids_member(json, "facts", argument.facts);
  ids_member(json, "depends_on", argument.depends_on);
}

void write_claim(JsonWriter& json, const ClaimAdvice& claim) {
  text_member(json, "modality", claim.modality);
  text_member(json, "magnitude", claim.magnitude);
  text_member(json, "says", claim.says);
  source_member(json, claim.sources);
}

void write_obligation(JsonWriter& json, const ObligationAdvice& obligation) {
  json.member("id", obligation.id);
  text_member(json, "guide", obligation.guide);
  text_member(json, "says", obligation.says);
  source_member(json, obligation.sources);
}

void write_positions(JsonWriter& json, const std::vector<PositionAdvice>& positions) {
  if (positions.empty()) return;
  json.key("positions");
  json.begin_object();
  for (const auto& each : positions) json.member(each.guide, to_string(each.position));
  json.end_object();
}

void write_contraindication(JsonWriter& json, const ContraindicationAdvice& entry) {
  json.member("id", entry.id);
  json.member("guide", entry.guide);
  json.member("effect", to_string(entry.effect));
  json.member("truth", to_string(entry.truth));
  text_member(json, "because", entry.because);
  source_member(json, entry.sources);
  ids_member(json, "facts", entry.facts);
  ids_member(json, "depends_on", entry.depends_on);
}

void write_treatment(JsonWriter& json, const TreatmentAdvice& treatment) {
  json.member("id", treatment.id);
  text_member(json, "part_of", treatment.part_of);
  if (treatment.rank > 0) json.member("rank", treatment.rank);
  json.member("verdict", to_string(treatment.verdict));
  if (treatment.cause != Cause::none) json.member("cause", to_string(treatment.cause));
  ids_member(json, "depends_on", treatment.depends_on);
  if (treatment.score) score_member(json, "score", *treatment.score);
  list_member(json, "arguments", treatment.arguments, write_argument);
  list_member(json, "claims", treatment.claims, write_claim);
  list_member(json, "obligations", treatment.obligations, write_obligation);
  write_positions(json, treatment.positions);
  list_member(json, "contraindications", treatment.contraindications, write_contraindication);
}

void write_scores(JsonWriter& json, const std::vector<ScoreAdvice>& scores) {
  if (scores.empty()) return;
  json.key("scores");
  json.begin_object();
  for (const ScoreAdvice& each : scores) score_member(json, each.id, each.score, each.band);
  json.end_object();
}

void write_certain_first(JsonWriter& json, const CertainFirst& first) {
  json.key("certain_first");
  json.begin_object();
  json.member("treatment", first.treatment);
  json.member("certain", first.certain);
  if (first.margin) json.member("margin", *first.margin);
  json.end_object();
}

void write_question(JsonWriter& json, const Question& question) {
  json.member("fact", question.fact);
  text_member(json, "ask", question.ask);
  text_member(json, "panel", question.panel);
  Ids changes;
  for (const Change each : all_changes)
    if (question.could_change.has(each)) changes.push_back(to_string(each));
  ids_member(json, "could_change", changes);
}

}  // namespace

std::string to_json(const OutcomeParts& parts) {
  JsonWriter json;
  json.begin_object();
  head_members(json, parts.as_of, parts.profile, parts.hash, parts.guides);
  if (parts.care) care_member(json, "care", *parts.care, parts.care->deferral_waits_on);
  list_member(json, "red_flags", parts.red_flags, write_red_flag);
  list_member(json, "treatments", parts.treatments, write_treatment);
  write_scores(json, parts.scores);
  if (parts.certain_first) write_certain_first(json, *parts.certain_first);
  array_member(json, "ask", parts.ask, write_question);  // An empty one is a proof.
  list_member(json, "conflicts", parts.conflicts, conflict_members);
  list_member(json, "notices", parts.notices, notice_members);
  json.end_object();
  return json.take();
}

std::string to_json(const image::Image& image, const eval::Result& result) { return to_json(gather(image, result)); }

}  // namespace vertebra::report
