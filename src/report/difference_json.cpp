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

void write_side(JsonWriter& json, std::string_view key, const std::optional<Score>& score, std::string_view band) {
  if (!score) return;
  json.key(key);
  json.begin_object();
  json.member("low", score->low);
  json.member("high", score->high);
  if (!band.empty()) json.member("band", band);
  json.end_object();
}

void write_score(JsonWriter& json, const ScoreDifference& score) {
  json.member("id", score.id);
  json.member("guide", score.guide);
  write_side(json, "before", score.score.before, score.band.before);
  write_side(json, "after", score.score.after, score.band.after);
}

void write_conflict(JsonWriter& json, const ConflictAdvice& conflict) {
  json.member("id", conflict.id);
  ids_member(json, "facts", conflict.facts);
  ids_member(json, "set_aside", conflict.set_aside);
  json.member("because", conflict.because);
}

void write_notice(JsonWriter& json, const NoticeAdvice& notice) {
  json.member("id", notice.id);
  if (!notice.guide.empty()) json.member("guide", notice.guide);
  json.member("says", notice.says);
  source_member(json, notice.sources);
}

void write_side(JsonWriter& json, std::string_view key, const std::optional<CareInterval>& care) {
  if (!care) return;
  json.key(key);
  json.begin_object();
  json.member("least", care->least.id);
  json.member("most", care->most.id);
  json.end_object();
}

void write_care(JsonWriter& json, const BeforeAfter<std::optional<CareInterval>>& care) {
  json.key("care");
  json.begin_object();
  write_side(json, "before", care.before);
  write_side(json, "after", care.after);
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
  list_member(json, key, list, write_conflict);
}

void notices_member(JsonWriter& json, std::string_view key, const std::vector<NoticeAdvice>& list) {
  list_member(json, key, list, write_notice);
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
