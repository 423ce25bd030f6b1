#include "report/difference_json.hpp"

#include "base/json_writer.hpp"
#include "report/json_parts.hpp"

namespace vertebra::report {
namespace {

using base::JsonWriter;

void write_scope(JsonWriter& json, const ScopeDifference& scope) {
  json.member("guide", scope.guide);
  json.member("before", to_string(scope.truth.before));
  json.member("after", to_string(scope.truth.after));
}

void write_red_flag(JsonWriter& json, const RedFlagDifference& flag) {
  json.member("id", flag.id);
  json.member("guide", flag.guide);
  json.member("level", flag.level.id);
  json.member("before", to_string(flag.truth.before));
  json.member("after", to_string(flag.truth.after));
  json.member("because", flag.because);
  source_member(json, flag.sources);
}

void write_contraindication(JsonWriter& json, const ContraindicationDifference& each) {
  json.member("id", each.id);
  json.member("guide", each.guide);
  json.member("effect", to_string(each.effect));
  json.member("before", to_string(each.truth.before));
  json.member("after", to_string(each.truth.after));
  json.member("because", each.because);
  source_member(json, each.sources);
}

void write_standing(JsonWriter& json, std::string_view key, const Standing& standing) {
  json.key(key);
  json.begin_object();
  json.member("verdict", to_string(standing.verdict));
  if (standing.cause != Cause::none) json.member("cause", to_string(standing.cause));
  if (standing.rank > 0) json.member("rank", standing.rank);
  if (standing.score) score_member(json, "score", *standing.score);
  json.end_object();
}

void write_treatment(JsonWriter& json, const TreatmentDifference& treatment) {
  json.member("id", treatment.id);
  write_standing(json, "before", treatment.standing.before);
  write_standing(json, "after", treatment.standing.after);
  list_member(json, "contraindications", treatment.contraindications, write_contraindication);
}

void write_score(JsonWriter& json, const ScoreDifference& score) {
  json.member("id", score.id);
  json.member("guide", score.guide);
  if (score.score.before) score_member(json, "before", *score.score.before, score.band.before);
  if (score.score.after) score_member(json, "after", *score.score.after, score.band.after);
}

void write_care(JsonWriter& json, const BeforeAfter<std::optional<CareInterval>>& care) {
  json.key("care");
  json.begin_object();
  if (care.before) care_member(json, "before", *care.before);
  if (care.after) care_member(json, "after", *care.after);
  json.end_object();
}

// What went and what came, under one key.
template <class Item, class Member>
void write_both(JsonWriter& json, std::string_view key, const std::vector<Item>& gone, const std::vector<Item>& come,
                Member member) {
  if (gone.empty() && come.empty()) return;
  json.key(key);
  json.begin_object();
  member(json, "gone", gone);
  member(json, "new", come);
  json.end_object();
}

void conflicts_member(JsonWriter& json, std::string_view key, const std::vector<ConflictAdvice>& list) {
  list_member(json, key, list, conflict_members);
}

void notices_member(JsonWriter& json, std::string_view key, const std::vector<NoticeAdvice>& list) {
  list_member(json, key, list, notice_members);
}

}  // namespace

std::string to_json(const Difference& difference) {
  JsonWriter json;
  json.begin_object();
  head_members(json, difference.as_of, difference.profile, difference.hash);
  list_member(json, "scopes", difference.scopes, write_scope);
  if (difference.care) write_care(json, *difference.care);
  list_member(json, "red_flags", difference.red_flags, write_red_flag);
  list_member(json, "treatments", difference.treatments, write_treatment);
  list_member(json, "scores", difference.scores, write_score);
  write_both(json, "ask", difference.no_longer_asked, difference.newly_asked, ids_member);
  write_both(json, "conflicts", difference.conflicts_gone, difference.conflicts_new, conflicts_member);
  write_both(json, "notices", difference.notices_gone, difference.notices_new, notices_member);
  json.end_object();
  return json.take();
}

}  // namespace vertebra::report
