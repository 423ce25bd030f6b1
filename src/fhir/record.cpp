#include "fhir/record.hpp"

#include <algorithm>
#include <iterator>

namespace vertebra::fhir {
namespace {

constexpr std::string_view kinds_read[] = {"Patient", "Condition", "MedicationRequest", "MedicationStatement",
                                           "Medication"};

constexpr std::size_t longest_kind = 40;
constexpr std::size_t most_kinds = 200;

// Kinds are shown, so nothing else may pass for one.
bool is_kind_name(std::string_view text) noexcept {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return text.size() <= longest_kind && std::all_of(text.begin(), text.end(), is_letter);
}

const Value* find(const Resource& resource, Element element) noexcept {
  for (const Value& each : resource.values)
    if (each.element == element) return &each;
  return nullptr;
}

}  // namespace

Given Resource::how(Element element) const noexcept {
  const Value* value = find(*this, element);
  return value == nullptr ? Given::no : value->given;
}

std::string_view Resource::text(Element element) const noexcept {
  const Value* value = find(*this, element);
  return value == nullptr ? std::string_view{} : value->text;
}

Value& Resource::value(Element element) {
  for (Value& each : values)
    if (each.element == element) return each;
  return values.emplace_back(Value{element, Given::no, {}});
}

bool is_kind_read(std::string_view type) noexcept {
  return std::find(std::begin(kinds_read), std::end(kinds_read), type) != std::end(kinds_read);
}

std::string name_of(const Resource& resource) {
  const std::string type{resource.type()};
  const std::string_view id = resource.text(Element::id);
  if (!type.empty() && !id.empty()) return type + "/" + std::string{id};
  return resource.place.empty() ? type : resource.place;
}

void count_kind(Record& record, std::string_view kind) {
  if (!is_kind_name(kind) || record.other_kinds.size() >= most_kinds) kind = {};
  const auto same = [kind](const KindCount& each) { return each.kind == kind; };
  const auto found = std::find_if(record.other_kinds.begin(), record.other_kinds.end(), same);
  if (found == record.other_kinds.end()) {
    record.other_kinds.push_back({std::string{kind}, 1});
  } else {
    ++found->count;
  }
}

}  // namespace vertebra::fhir
