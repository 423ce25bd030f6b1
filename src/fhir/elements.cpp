#include "fhir/elements.hpp"

#include <algorithm>
#include <iterator>

namespace vertebra::fhir {
namespace {

// To read another element of FHIR, add its row here and its name to Element.
// clang-format off
constexpr Member members[] = {
    {Shape::resource, "resourceType",              false, Shape::text,               Element::resource_type},
    {Shape::resource, "id",                        false, Shape::text,               Element::id},
    {Shape::resource, "meta",                      false, Shape::meta,               Element::profile},
    {Shape::resource, "fhirVersion",               false, Shape::text,               Element::fhir_version},
    {Shape::resource, "type",                      false, Shape::text,               Element::bundle_type},
    {Shape::resource, "entry",                     true,  Shape::entry,              Element::entry},
    {Shape::resource, "contained",                 true,  Shape::resource,           Element::contained},
    {Shape::resource, "resource",                  false, Shape::resource,           Element::lone_entry},
    {Shape::resource, "subject",                   false, Shape::reference,          Element::subject},
    {Shape::resource, "status",                    false, Shape::text,               Element::status},
    {Shape::resource, "birthDate",                 false, Shape::text,               Element::birth_date},
    {Shape::resource, "_birthDate",                false, Shape::anything,           Element::birth_date_extension},
    {Shape::resource, "deceasedBoolean",           false, Shape::flag,               Element::deceased_flag},
    {Shape::resource, "deceasedDateTime",          false, Shape::text,               Element::deceased_date},
    {Shape::resource, "clinicalStatus",            false, Shape::codeable,           Element::clinical_status},
    {Shape::resource, "verificationStatus",        false, Shape::codeable,           Element::verification_status},
    {Shape::resource, "category",                  true,  Shape::codeable,           Element::category},
    {Shape::resource, "code",                      false, Shape::codeable,           Element::code},
    {Shape::resource, "onsetDateTime",             false, Shape::text,               Element::onset},
    {Shape::resource, "recordedDate",              false, Shape::text,               Element::recorded},
    {Shape::resource, "abatementDateTime",         false, Shape::text,               Element::abatement_date},
    {Shape::resource, "abatementAge",              false, Shape::anything,           Element::abatement},
    {Shape::resource, "abatementPeriod",           false, Shape::anything,           Element::abatement},
    {Shape::resource, "abatementRange",            false, Shape::anything,           Element::abatement},
    {Shape::resource, "abatementString",           false, Shape::anything,           Element::abatement},
    {Shape::resource, "intent",                    false, Shape::text,               Element::intent},
    {Shape::resource, "doNotPerform",              false, Shape::flag,               Element::do_not_perform},
    {Shape::resource, "medicationCodeableConcept", false, Shape::codeable,           Element::medication_concept},
    {Shape::resource, "medicationReference",       false, Shape::reference,          Element::medication_reference},
    {Shape::resource, "medication",                false, Shape::codeable_reference, Element::medication},
    {Shape::resource, "authoredOn",                false, Shape::text,               Element::authored},
    {Shape::resource, "dispenseRequest",           false, Shape::dispense,           Element::valid_until},
    {Shape::resource, "effectiveDateTime",         false, Shape::text,               Element::effective_date},
    {Shape::resource, "effectivePeriod",           false, Shape::period,             Element::effective_until},
    {Shape::resource, "dateRecorded",              false, Shape::anything,           Element::date_recorded},
    {Shape::resource, "wasNotTaken",               false, Shape::anything,           Element::was_not_taken},
    {Shape::resource, "taken",                     false, Shape::anything,           Element::taken},
    {Shape::resource, "questionnaire",             false, Shape::text,               Element::questionnaire},
    {Shape::resource, "item",                      true,  Shape::item,               Element::none},
    {Shape::item,     "item",                      true,  Shape::item,               Element::none},
    {Shape::item,     "options",                   false, Shape::anything,           Element::options},
    {Shape::entry,    "resource",                  false, Shape::resource,           Element::entry},
    {Shape::entry,    "fullUrl",                   false, Shape::full_url,           Element::none},
    {Shape::entry,    "request",                   false, Shape::request,            Element::none},
    {Shape::request,  "method",                    false, Shape::method,             Element::none},
    {Shape::request,  "url",                       false, Shape::url,                Element::none},
    {Shape::meta,     "profile",                   true,  Shape::listed_text,        Element::none},
    {Shape::codeable, "coding",                    true,  Shape::coding,             Element::none},
    {Shape::coding,   "system",                    false, Shape::coding_system,      Element::none},
    {Shape::coding,   "code",                      false, Shape::coding_code,        Element::none},
    {Shape::reference, "reference",                false, Shape::text,               Element::none},
    {Shape::codeable_reference, "concept",         false, Shape::codeable,           Element::medication_concept},
    {Shape::codeable_reference, "reference",       false, Shape::reference,          Element::medication_reference},
    {Shape::period,   "end",                       false, Shape::text,               Element::none},
    {Shape::dispense, "validityPeriod",            false, Shape::period,             Element::none},
};
// clang-format on

}  // namespace

const Member* find_member(Shape in, std::string_view name) noexcept {
  const auto found = std::find_if(std::begin(members), std::end(members),
                                  [&](const Member& member) { return member.in == in && member.name == name; });
  return found == std::end(members) ? nullptr : found;
}

}  // namespace vertebra::fhir
