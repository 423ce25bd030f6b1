#include "report/json_parts.hpp"

namespace vertebra::report {
namespace {

using base::JsonWriter;

void write_overlay(JsonWriter& json, const OverlayAdvice& overlay) {
  json.member("id", overlay.id);
  ids_member(json, "changes", overlay.changes);
}

void write_guide(JsonWriter& json, const GuideAdvice& guide) {
  json.member("id", guide.id);
  text_member(json, "version", guide.version);
  json.member("scope", to_string(guide.scope));
  list_member(json, "overlays", guide.overlays, write_overlay);
}

}  // namespace

void text_member(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.member(key, text);
}

void ids_member(JsonWriter& json, std::string_view key, const Ids& ids) {
  if (ids.empty()) return;
  json.key(key);
  json.begin_array();
  for (const auto id : ids) json.value(id);
  json.end_array();
}

void source_member(JsonWriter& json, const Ids& sources) {
  if (!sources.empty()) json.member("source", sources.front());
}

void score_member(JsonWriter& json, std::string_view key, Score score, std::string_view band) {
  json.key(key);
  json.begin_object();
  json.member("low", score.low);
  json.member("high", score.high);
  text_member(json, "band", band);
  json.end_object();
}

void care_member(JsonWriter& json, std::string_view key, const CareInterval& care, const Ids& waits_on) {
  json.key(key);
  json.begin_object();
  json.member("least", care.least.id);
  json.member("most", care.most.id);
  ids_member(json, "deferral_waits_on", waits_on);
  json.end_object();
}

void head_members(JsonWriter& json, Date as_of, std::string_view profile, std::string_view hash,
                  const std::vector<GuideAdvice>& guides) {
  json.member("vertebra", "1");
  json.member("as_of", std::string_view{to_string(as_of)});
  json.key("rule_set");
  json.begin_object();
  json.member("profile", profile);
  text_member(json, "hash", hash);
  list_member(json, "guides", guides, write_guide);
  json.end_object();
}

void conflict_members(JsonWriter& json, const ConflictAdvice& conflict) {
  json.member("id", conflict.id);
  ids_member(json, "facts", conflict.facts);
  ids_member(json, "set_aside", conflict.set_aside);
  text_member(json, "because", conflict.because);
}

void notice_members(JsonWriter& json, const NoticeAdvice& notice) {
  json.member("id", notice.id);
  text_member(json, "guide", notice.guide);
  text_member(json, "says", notice.says);
  source_member(json, notice.sources);
}

}  // namespace vertebra::report
