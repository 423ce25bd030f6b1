#include "fhir/record.hpp"

#include <algorithm>
#include <iterator>

namespace vertebra::fhir {
namespace {

constexpr std::string_view kinds_read[] = {"Patient",
                                           "Condition",
                                           "Observation",
                                           "MedicationRequest",
                                           "MedicationStatement",
                                           "MedicationAdministration",
                                           "Medication",
                                           "AllergyIntolerance",
                                           "Procedure",
                                           "Encounter",
                                           "QuestionnaireResponse",
                                           "Questionnaire"};

constexpr std::size_t longest_kind = 40;
constexpr std::size_t most_kinds = 200;
constexpr std::size_t longest_id = 64;  // FHIR's own limit.

bool is_letter(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Kinds are shown, so nothing else may pass for one.
bool is_kind_name(std::string_view text) noexcept {
  return text.size() <= longest_kind && std::all_of(text.begin(), text.end(), is_letter);
}

// So are ids: what FHIR allows in them cannot break a line or a comment. `_` is common and does no harm either.
bool is_id(std::string_view text) noexcept {
  const auto allowed = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  };
  return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), allowed);
}

const Value* find(const Part& part, Element element) noexcept {
  if (!part.given.contains(element)) return nullptr;
  for (const Value& each : part.values)
    if (each.element == element) return &each;
  return nullptr;
}

}  // namespace

Given Part::how(Element wanted) const noexcept {
  const Value* value = find(*this, wanted);
  return value == nullptr ? Given::no : value->given;
}

std::string_view Part::text(Element wanted) const noexcept {
  const Value* value = find(*this, wanted);
  return value == nullptr ? std::string_view{} : value->text;
}

const Part* Part::part(Element wanted) const noexcept {
  if (!given.contains(wanted)) return nullptr;
  for (const Part& each : parts)
    if (each.element == wanted) return &each;
  return nullptr;
}

bool is_well_formed(const Part& part, std::span<const Element> elements) {
  return part.well_formed || std::all_of(elements.begin(), elements.end(), [&](Element element) {
           const Part* inner = part.part(element);
           return is_good(part.how(element)) && (inner == nullptr || inner->well_formed);
         });
}

Kinds kind_bit(std::string_view type) noexcept {
  const auto found = std::find(std::begin(kinds_read), std::end(kinds_read), type);
  return found == std::end(kinds_read) ? Kinds{0} : static_cast<Kinds>(1U << (found - std::begin(kinds_read)));
}

std::string to_string(const Place& place) {
  std::string text{place.before};
  return place.entry == Place::no_entry ? text : text + "entry[" + std::to_string(place.entry) + "]";
}

std::string name_of(const Resource& resource) {
  const std::string_view type = resource.type;
  const std::string_view id = resource.text(Element::id);
  if (!type.empty() && is_kind_name(type) && is_id(id)) {
    std::string name;
    name.reserve(type.size() + 1 + id.size());
    return name.append(type).append(1, '/').append(id);
  }
  if (std::string place = to_string(resource.place); !place.empty()) return place;
  return is_kind_name(type) ? std::string{type} : std::string{};
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
