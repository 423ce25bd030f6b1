#include "load/fields.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "load/wording.hpp"

namespace vertebra::load {
namespace {

using base::Code;
using document::Entry;
using document::Node;

std::string without_last_breaks(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

Fields::Fields(Reading& reading, std::string_view kind, const Entry& entry)
    : reading_{reading}, what_{std::string{kind} + " " + ticked(entry.key)}, place_{entry.place} {
  add_map(entry.value);
}

Fields::Fields(Reading& reading, std::string what, const Node& node)
    : reading_{reading}, what_{std::move(what)}, place_{node.place} {
  add_map(node);
}

Fields::Fields(Reading& reading, std::string what, base::Place place, std::vector<const Node*> maps)
    : reading_{reading}, what_{std::move(what)}, place_{place}, maps_{std::move(maps)}, split_{true} {}

void Fields::add_map(const Node& node) {
  if (node.is_map()) return maps_.push_back(&node);
  reading_.reporter.report(Code::wrong_type, node.place, what_ + " must be a map of keys and values");
}

bool Fields::has(std::string_view key) const noexcept {
  return std::any_of(maps_.begin(), maps_.end(), [&](const Node* map) { return map->find(key) != nullptr; });
}

const Node* Fields::find(std::string_view key, Need need) {
  allow(key);
  const Node* first = nullptr;
  for (const Node* map : maps_)
    for (const Entry& entry : map->entries) {
      if (entry.key != key) continue;
      if (first)
        reading_.reporter.report(Code::duplicate_key, entry.place, what_ + " has " + ticked(key) + " twice",
                                 "the first is in " + place_text(reading_.files, first->place));
      else
        first = &entry.value;
    }
  if (!first && need == Need::required) missing(key);
  return first;
}

void Fields::missing(std::string_view key) {
  const bool may_stand_elsewhere = maps_.empty() || (split_ && !reading_.complete);
  if (may_stand_elsewhere) return;
  reading_.reporter.report(Code::missing_key, place_, what_ + " has no " + ticked(key),
                           key == "source" ? "add `source: …` with an id that stands under `sources` of its guide"
                                           : "add " + ticked(std::string{key} + ": …") + " to it");
}

void Fields::wrong_type(std::string_view key, base::Place place, std::string_view expected) {
  reading_.reporter.report(Code::wrong_type, place, ticked(key) + " of " + what_ + " must be " + std::string{expected});
}

const Node* Fields::scalar(std::string_view key, std::string_view kind, Need need) {
  const Node* node = find(key, need);
  if (!node) return nullptr;
  if (!node->is_scalar()) return wrong_type(key, node->place, kind), nullptr;
  if (!node->text.empty()) return node;
  reading_.reporter.report(Code::empty_value, node->place, ticked(key) + " of " + what_ + " is empty");
  return nullptr;
}

std::string Fields::word(std::string_view key, Need need) {
  const Node* node = scalar(key, "text", need);
  return node ? without_last_breaks(node->text) : std::string{};
}

std::optional<Name> Fields::name(std::string_view key, Need need) {
  const Node* node = scalar(key, "one word", need);
  if (!node) return std::nullopt;
  return Name{node->text, node->place};
}

std::optional<Name> Fields::one_of(std::string_view key, const std::vector<std::string>& words, Need need) {
  auto found = name(key, need);
  if (!found || std::find(words.begin(), words.end(), found->text) != words.end()) return found;
  const auto suggestion = did_you_mean(found->text, words);
  reading_.reporter.report(Code::bad_value, found->place,
                           ticked(key) + " of " + what_ + " cannot be " + ticked(found->text),
                           suggestion.empty() ? "it is " + list_text(words) : suggestion);
  return std::nullopt;
}

model::Text Fields::text(std::string_view key, Need need) {
  const Node* node = find(key, need);
  return node ? text_of(*node, key) : model::Text{};
}

model::Text Fields::text_of(const Node& node, std::string_view key) {
  model::Text result;
  if (node.is_list()) return wrong_type(key, node.place, "text, or a map of languages to texts"), result;
  if (node.is_scalar()) {
    result.text = without_last_breaks(node.text);
    if (result.text.empty())
      reading_.reporter.report(Code::empty_value, node.place, ticked(key) + " of " + what_ + " is empty");
    return result;
  }
  Fields translations{reading_, ticked(key) + " of " + what_, node};
  result.text = translations.word(reading_.languages.front(), reading_.complete ? Need::required : Need::optional);
  for (std::size_t i = 1; i < reading_.languages.size(); ++i) {
    const auto& language = reading_.languages[i];
    if (auto text = translations.word(language); !text.empty()) result.translations.emplace_back(language, text);
  }
  if (reading_.complete) translations.close();  // Else the file that lists the languages may be missed.
  return result;
}

bool Fields::flag(std::string_view key) {
  const Node* node = scalar(key, "true or false", Need::optional);
  if (!node) return false;
  const bool yes = node->text == "true" || node->text == "yes";
  if (!yes && node->text != "false" && node->text != "no") wrong_type(key, node->place, "true or false");
  return yes;
}

int Fields::points(std::string_view key, Need need) {
  constexpr std::string_view expected = "a whole number, such as +8";
  const Node* node = scalar(key, expected, need);
  if (!node) return 0;
  const auto points = base::parse_points(node->text);
  if (!points) wrong_type(key, node->place, expected);
  return points.value_or(0);
}

std::optional<Date> Fields::date(std::string_view key) {
  const Node* node = scalar(key, "a date", Need::optional);
  if (!node) return std::nullopt;
  Date day;
  if (parse_date(node->text, day)) return day;
  reading_.reporter.report(Code::bad_value, node->place, ticked(node->text) + " is not a day of the calendar",
                           "write it as 2026-01-31");
  return std::nullopt;
}

std::optional<std::pair<const Node*, const Node*>> Fields::ends(std::string_view key, Need need) {
  const Node* node = find(key, need);
  if (!node) return std::nullopt;
  if (node->is_list() && node->items.size() == 2 && node->items[0].is_scalar() && node->items[1].is_scalar())
    return std::pair{&node->items[0], &node->items[1]};
  wrong_type(key, node->place, "a list of its two ends, such as [0, 10]");
  return std::nullopt;
}

std::vector<Name> Fields::names(std::string_view key, Need need) {
  const Node* node = find(key, need);
  if (!node) return {};
  if (node->is_list()) return names_of(*node, key, need);
  wrong_type(key, node->place, "a list, such as [" + (node->is_scalar() ? node->text : "a, b") + "]");
  return {};
}

std::vector<Name> Fields::one_or_more(std::string_view key, Need need) {
  const Node* node = find(key, need);
  if (!node) return {};
  if (node->is_list()) return names_of(*node, key, need);
  if (node->is_scalar() && !node->text.empty()) return {Name{node->text, node->place}};
  wrong_type(key, node->place, "one id or a list of ids");
  return {};
}

std::vector<Name> Fields::names_of(const Node& node, std::string_view key, Need need) {
  if (node.items.empty() && need == Need::required) missing(key);
  std::vector<Name> result;
  std::set<std::string_view> seen;
  for (const Node& item : node.items) {
    if (!item.is_scalar() || item.text.empty()) {
      wrong_type(key, item.place, "a list of words");
      continue;
    }
    if (seen.insert(item.text).second)
      result.push_back({item.text, item.place});
    else
      reading_.reporter.report(Code::duplicate_id, item.place,
                               ticked(item.text) + " stands twice in " + ticked(key) + " of " + what_);
  }
  return result;
}

std::vector<const Entry*> Fields::section(std::string_view key, Need need) {
  allow(key);
  bool found = false;
  std::vector<const Entry*> result;
  for (const Node* map : maps_) {
    const Node* node = map->find(key);
    if (!node) continue;
    found = true;
    if (!node->is_map()) wrong_type(key, node->place, "a map of ids");
    for (const Entry& entry : node->entries) result.push_back(&entry);
  }
  if (!found && need == Need::required) missing(key);
  return result;
}

std::vector<const Node*> Fields::list(std::string_view key) {
  const Node* node = find(key, Need::optional);
  std::vector<const Node*> result;
  if (!node) return result;
  if (!node->is_list()) wrong_type(key, node->place, "a list");
  for (const Node& item : node->items) result.push_back(&item);
  return result;
}

const Node* Fields::map(std::string_view key) {
  const Node* node = find(key, Need::optional);
  if (!node || node->is_map()) return node;
  wrong_type(key, node->place, "a map of keys and values");
  return nullptr;
}

void Fields::close(const std::vector<std::pair<std::string_view, std::string_view>>& helps) {
  for (const Node* map : maps_)
    for (const Entry& entry : map->entries) {
      if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
      const auto written = std::find_if(helps.begin(), helps.end(), [&](auto& h) { return h.first == entry.key; });
      std::string help = written != helps.end() ? std::string{written->second} : did_you_mean(entry.key, known_);
      if (help.empty()) help = "its keys are " + list_text(known_, "and");
      reading_.reporter.report(Code::unknown_key, entry.place, what_ + " has no key " + ticked(entry.key), help);
    }
}

}  // namespace vertebra::load
