#include "support/outcome_path.hpp"

#include <boost/json.hpp>

namespace vertebra::support {
namespace {

namespace json = boost::json;

constexpr std::string_view absent = "absent";

std::string in_words(const json::value& value) {
  if (value.is_string()) return std::string{std::string_view{value.get_string()}};
  if (!value.is_array()) return json::serialize(value);
  std::string text;
  for (const auto& item : value.get_array()) text += (text.empty() ? "" : ", ") + in_words(item);
  return text.empty() ? "[]" : text;
}

bool is_called(const json::value& item, std::string_view name) {
  const auto* object = item.if_object();
  if (object == nullptr) return false;
  for (const auto* key : {"id", "fact"})
    if (const auto* id = object->if_contains(key)) return id->is_string() && id->get_string() == name;
  return false;
}

const json::value* member(const json::value& value, std::string_view name) {
  if (const auto* object = value.if_object()) return object->if_contains(name);
  const auto* list = value.if_array();
  if (list == nullptr) return nullptr;
  if (name.starts_with('#')) {
    const std::size_t place = static_cast<std::size_t>(name.at(1) - '1');
    return place < list->size() ? &(*list)[place] : nullptr;
  }
  for (const auto& item : *list)
    if (is_called(item, name)) return &item;
  return nullptr;
}

std::string walk(const json::value& value, std::string_view path);

std::string walk_all(const json::value& value, std::string_view rest) {
  if (!value.is_array()) return std::string{absent};
  std::string text;
  for (const auto& item : value.get_array()) text += (text.empty() ? "" : ", ") + walk(item, rest);
  return text.empty() ? "[]" : text;
}

// Each step shortens the path.
std::string walk(const json::value& value, std::string_view path) {
  if (path.empty()) return in_words(value);
  const std::size_t dot = std::min(path.find('.'), path.size());
  const auto step = path.substr(0, dot);
  const auto rest = path.substr(std::min(dot + 1, path.size()));
  if (step == "*") return walk_all(value, rest);
  const auto* next = member(value, step);
  return next == nullptr ? std::string{absent} : walk(*next, rest);
}

}  // namespace

std::string at_path(std::string_view text, std::string_view path) { return walk(json::parse(text), path); }

}  // namespace vertebra::support
