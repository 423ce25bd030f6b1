#pragma once

#include <string_view>
#include <vector>

#include <vertebra/outcome.hpp>

#include "base/json_writer.hpp"

// Members that several JSON forms have in common. Empty ones are left out, but for arrays that are an answer when empty.
namespace vertebra::report {

using Ids = std::vector<std::string_view>;

void text_member(base::JsonWriter& json, std::string_view key, std::string_view text);
void ids_member(base::JsonWriter& json, std::string_view key, const Ids& ids);
void source_member(base::JsonWriter& json, const Ids& sources);  // The first is the one to cite.
void score_member(base::JsonWriter& json, std::string_view key, Score score, std::string_view band = {});
void care_member(base::JsonWriter& json, std::string_view key, const CareInterval& care, const Ids& waits_on = {});

// What every answer begins with: the version of the form, the day, and the rules it rests on.
void head_members(base::JsonWriter& json, Date as_of, std::string_view profile, std::string_view hash,
                  const std::vector<GuideAdvice>& guides = {});

// Of an object that was begun.
void conflict_members(base::JsonWriter& json, const ConflictAdvice& conflict);
void notice_members(base::JsonWriter& json, const NoticeAdvice& notice);

// Written even when it is empty.
template <class Item>
void array_member(base::JsonWriter& json, std::string_view key, const std::vector<Item>& items,
                  void (*write)(base::JsonWriter&, const Item&)) {
  json.key(key);
  json.begin_array();
  for (const auto& item : items) {
    json.begin_object();
    write(json, item);
    json.end_object();
  }
  json.end_array();
}

template <class Item>
void list_member(base::JsonWriter& json, std::string_view key, const std::vector<Item>& items,
                 void (*write)(base::JsonWriter&, const Item&)) {
  if (!items.empty()) array_member(json, key, items, write);
}

}  // namespace vertebra::report
