#include "fhir/code_finder.hpp"

namespace vertebra::fhir {
namespace {

constexpr std::string_view kind = "Medication/";

}  // namespace

CodeFinder::CodeFinder(const Record& record) {
  for (const Resource& each : record.resources) {
    if (each.type() != "Medication") continue;
    if (!each.full_url.empty()) medications_.emplace(each.full_url, &each);
    if (each.has(Element::id)) medications_.emplace(name_of(each), &each);
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
  auto found = medications_.find(reference);
  const std::size_t begin = reference.rfind(kind);
  const bool relative = begin != std::string_view::npos && (begin == 0 || reference[begin - 1] == '/');
  if (found == medications_.end() && relative) found = medications_.find(reference.substr(begin));
  return found == medications_.end() ? nullptr : found->second;
}

Coded CodeFinder::find(const Resource& entry) const {
  if (entry.type() == "Condition") return {&entry, Element::code, "code", {}};
  if (entry.has(Element::medication_concept))
    return {&entry,
            Element::medication_concept,
            entry.has(Element::medication) ? "medication" : "medicationCodeableConcept",
            {}};
  if (!entry.has(Element::medication_reference)) return {nullptr, Element::none, {}, "no medicine is given"};
  const Resource* found = medication(entry, entry.text(Element::medication_reference));
  if (found == nullptr) return {nullptr, Element::none, {}, "the Medication that is referred to is not here"};
  if (found->text(Element::status) == "entered-in-error")
    return {nullptr, Element::none, {}, "the Medication that is referred to was entered in error"};
  return {found, Element::code, entry.has(Element::medication) ? "medication" : "medicationReference", {}};
}

}  // namespace vertebra::fhir
