#include "fhir/code_finder.hpp"

namespace vertebra::fhir {
namespace {

constexpr std::string_view kind = "Medication/";

}  // namespace

CodeFinder::CodeFinder(const Record& record) {
  for (const Resource& each : record.resources) {
    if (each.type != "Medication") continue;
    if (!each.full_url.empty()) by_url_.emplace(each.full_url, &each);
    if (each.has(Element::id)) by_id_.emplace(each.text(Element::id), &each);
  }
}

// "#id" is in the entry; anything else is another entry, by its full URL or by "Medication/id" behind whatever server.
const Resource* CodeFinder::medication(const Resource& entry, std::string_view reference) const {
  if (reference.starts_with('#')) {
    for (const Resource& each : entry.contained)
      if (each.text(Element::id) == reference.substr(1)) return &each;
    return nullptr;
  }
  reference = reference.substr(0, reference.find("/_history/"));
  if (const auto found = by_url_.find(reference); found != by_url_.end()) return found->second;
  const std::size_t begin = reference.rfind(kind);
  const bool relative = begin != std::string_view::npos && (begin == 0 || reference[begin - 1] == '/');
  const auto found = relative ? by_id_.find(reference.substr(begin + kind.size())) : by_id_.end();
  return found == by_id_.end() ? nullptr : found->second;
}

void CodeFinder::find_medicine(const Resource& entry, Concepts& result) const {
  const bool r5 = entry.has(Element::medication);
  if (entry.has(Element::medication_concept)) {
    result.found.push_back({&entry, Element::medication_concept, r5 ? "medication" : "medicationCodeableConcept"});
    return;
  }
  if (!entry.has(Element::medication_reference)) {
    result.reason = {Cause::irregular, "no medicine is given"};
    return;
  }
  const Resource* found = medication(entry, entry.text(Element::medication_reference));
  if (found == nullptr) {
    result.reason = {Cause::not_readable, "the Medication that is referred to is not here"};
  } else if (found->text(Element::status) == "entered-in-error") {
    result.reason = {Cause::refused_status, "the Medication that is referred to was entered in error"};
  } else if (found->how(Element::code) > Given::yes || found->how(Element::ingredient) > Given::yes) {
    result.reason = {Cause::irregular, "the code of its Medication is not of the type that FHIR R4 gives it"};
  } else {
    const std::string_view name = r5 ? "medication" : "medicationReference";
    result.found.push_back({found, Element::code, name});
    result.found.push_back({found, Element::ingredient, name});
  }
}

void CodeFinder::find(EntryKind entry_kind, const Resource& entry, Concepts& result) const {
  result.found.clear();
  result.reason = {};
  switch (entry_kind) {
    case EntryKind::request:
    case EntryKind::statement:
    case EntryKind::administration: return find_medicine(entry, result);
    case EntryKind::encounter: result.found.push_back({&entry, Element::reason, "reasonCode"}); return;
    default: result.found.push_back({&entry, Element::code, "code"});
  }
  for (const Part& part : entry.parts)
    if (part.element == Element::reaction) result.found.push_back({&part, Element::substance, "reaction.substance"});
}

}  // namespace vertebra::fhir
