#pragma once

#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

#include "base/json_writer.hpp"

// Members that several JSON forms have in common. Empty ones are left out.
namespace vertebra::report {

using Ids = std::vector<std::string_view>;

inline void text_member(base::JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.member(key, text);
}

inline void ids_member(base::JsonWriter& json, std::string_view key, const Ids& ids) {
  if (ids.empty()) return;
  json.key(key);
  json.begin_array();
  for (const auto id : ids) json.value(id);
  json.end_array();
}

// The first is the one to cite.
inline void source_member(base::JsonWriter& json, const Ids& sources) {
  if (!sources.empty()) json.member("source", sources.front());
}

inline void score_member(base::JsonWriter& json, std::string_view key, Score score) {
  json.key(key);
  json.begin_object();
  json.member("low", score.low);
  json.member("high", score.high);
  json.end_object();
}

// What every answer begins with: the version of the form, the day, and the rules it rests on.
inline void head_members(base::JsonWriter& json, Date as_of, std::string_view profile, std::string_view hash) {
  json.member("vertebra", "1");
  json.member("as_of", std::string_view{to_string(as_of)});
  json.key("rule_set");
  json.begin_object();
  json.member("profile", profile);
  text_member(json, "hash", hash);
  json.end_object();
}

template <class Item>
void list_member(base::JsonWriter& json, std::string_view key, const std::vector<Item>& items,
                 void (*write)(base::JsonWriter&, const Item&)) {
  if (items.empty()) return;
  json.key(key);
  json.begin_array();
  for (const auto& item : items) {
    json.begin_object();
    write(json, item);
    json.end_object();
  }
  json.end_array();
}

}  // namespace vertebra::report
