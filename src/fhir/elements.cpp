#include "fhir/elements.hpp"

namespace vertebra::fhir {
namespace {

// To read another element of FHIR, add its row here and its name to Element.
// clang-format off
constexpr Member rows[] = {
    {Shape::resource, "resourceType",              false, Shape::text,               Element::resource_type},
    {Shape::resource, "id",                        false, Shape::text,               Element::id},
    {Shape::resource, "meta",                      false, Shape::meta,               Element::profile},
    {Shape::resource, "fhirVersion",               false, Shape::text,               Element::fhir_version},
    {Shape::resource, "type",                      false, Shape::text,               Element::type},
    {Shape::resource, "entry",                     true,  Shape::entry,              Element::entry},
    {Shape::resource, "link",                      true,  Shape::link,               Element::link},
    {Shape::resource, "contained",                 true,  Shape::resource,           Element::contained},
    {Shape::resource, "resource",                  false, Shape::resource,           Element::lone_entry},
    {Shape::resource, "modifierExtension",         false, Shape::anything,           Element::modifier},
    {Shape::resource, "implicitRules",             false, Shape::anything,           Element::modifier},
    {Shape::resource, "subject",                   false, Shape::reference,          Element::subject},
    {Shape::resource, "patient",                   false, Shape::reference,          Element::subject},
    {Shape::resource, "focus",                     false, Shape::anything,           Element::focus},
    {Shape::resource, "status",                    false, Shape::text,               Element::status},
    {Shape::resource, "birthDate",                 false, Shape::text,               Element::birth_date},
    {Shape::resource, "_birthDate",                false, Shape::anything,           Element::birth_date_extension},
    {Shape::resource, "deceasedBoolean",           false, Shape::flag,               Element::deceased_flag},
    {Shape::resource, "deceasedDateTime",          false, Shape::text,               Element::deceased_date},
    {Shape::resource, "clinicalStatus",            false, Shape::codeable,           Element::clinical_status},
    {Shape::resource, "verificationStatus",        false, Shape::codeable,           Element::verification_status},
    {Shape::resource, "category",                  true,  Shape::codeable,           Element::category},
    {Shape::resource, "code",                      false, Shape::codeable,           Element::code},
    {Shape::resource, "reasonCode",                true,  Shape::codeable,           Element::reason},
    {Shape::resource, "onsetDateTime",             false, Shape::text,               Element::onset},
    {Shape::resource, "onsetPeriod",               false, Shape::period,             Element::onset_period},
    {Shape::resource, "recordedDate",              false, Shape::text,               Element::recorded},
    {Shape::resource, "dateAsserted",              false, Shape::text,               Element::recorded},
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
    {Shape::resource, "ingredient",                true,  Shape::ingredient,         Element::ingredient},
    {Shape::resource, "reaction",                  true,  Shape::reaction,           Element::reaction},
    {Shape::resource, "authoredOn",                false, Shape::text,               Element::authored},
    {Shape::resource, "authored",                  false, Shape::text,               Element::authored},
    {Shape::resource, "dispenseRequest",           false, Shape::dispense,           Element::valid_period},
    {Shape::resource, "effectiveDateTime",         false, Shape::text,               Element::effective_date},
    {Shape::resource, "effectiveInstant",          false, Shape::text,               Element::effective_date},
    {Shape::resource, "effectivePeriod",           false, Shape::period,             Element::effective_period},
    {Shape::resource, "effectiveTiming",           false, Shape::anything,           Element::effective_other},
    {Shape::resource, "performedDateTime",         false, Shape::text,               Element::effective_date},
    {Shape::resource, "performedPeriod",           false, Shape::period,             Element::effective_period},
    {Shape::resource, "occurrenceDateTime",        false, Shape::text,               Element::effective_date},
    {Shape::resource, "occurrencePeriod",          false, Shape::period,             Element::effective_period},
    {Shape::resource, "period",                    false, Shape::period,             Element::effective_period},
    {Shape::resource, "issued",                    false, Shape::text,               Element::issued},
    {Shape::resource, "component",                 true,  Shape::component,          Element::component},
    {Shape::resource, "dateRecorded",              false, Shape::anything,           Element::date_recorded},
    {Shape::resource, "wasNotTaken",               false, Shape::anything,           Element::was_not_taken},
    {Shape::resource, "taken",                     false, Shape::anything,           Element::taken},
    {Shape::resource, "url",                       false, Shape::text,               Element::url},
    {Shape::resource, "questionnaire",             false, Shape::text,               Element::questionnaire},
    {Shape::resource, "item",                      true,  Shape::item,               Element::item},
    // value[x], of resources, components and answers.
    {Shape::answer,   "valueQuantity",             false, Shape::quantity,           Element::value_quantity},
    {Shape::answer,   "valueCodeableConcept",      false, Shape::codeable,           Element::value_concept},
    {Shape::answer,   "valueCoding",               false, Shape::coding,             Element::value_coding},
    {Shape::answer,   "valueBoolean",              false, Shape::flag,               Element::value_flag},
    {Shape::answer,   "valueInteger",              false, Shape::number,             Element::value_number},
    {Shape::answer,   "valueDecimal",              false, Shape::number,             Element::value_number},
    {Shape::answer,   "valueString",               false, Shape::text,               Element::value_text},
    {Shape::answer,   "valueRange",                false, Shape::range,              Element::value_range},
    {Shape::answer,   "valueRatio",                false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueSampledData",          false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueTime",                 false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueDate",                 false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueDateTime",             false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valuePeriod",               false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueUri",                  false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueReference",            false, Shape::anything,           Element::value_other},
    {Shape::answer,   "valueAttachment",           false, Shape::anything,           Element::value_other},
    {Shape::answer,   "dataAbsentReason",          false, Shape::anything,           Element::data_absent},
    {Shape::answer,   "item",                      true,  Shape::item,               Element::item},
    {Shape::item,     "item",                      true,  Shape::item,               Element::item},
    {Shape::item,     "linkId",                    false, Shape::text,               Element::link_id},
    {Shape::item,     "code",                      true,  Shape::coding,             Element::item_code},
    {Shape::item,     "answer",                    true,  Shape::answer,             Element::answer},
    {Shape::item,     "modifierExtension",         false, Shape::anything,           Element::modifier},
    {Shape::item,     "options",                   false, Shape::anything,           Element::options},
    {Shape::component, "code",                     false, Shape::codeable,           Element::code},
    {Shape::component, "modifierExtension",        false, Shape::anything,           Element::modifier},
    {Shape::reaction, "substance",                 false, Shape::codeable,           Element::substance},
    {Shape::ingredient, "itemCodeableConcept",     false, Shape::codeable,           Element::none},
    {Shape::link,     "relation",                  false, Shape::text,               Element::relation},
    {Shape::quantity, "value",                     false, Shape::number,             Element::number},
    {Shape::quantity, "comparator",                false, Shape::text,               Element::comparator},
    {Shape::quantity, "unit",                      false, Shape::text,               Element::unit},
    {Shape::quantity, "system",                    false, Shape::text,               Element::unit_system},
    {Shape::quantity, "code",                      false, Shape::text,               Element::unit_code},
    {Shape::range,    "low",                       false, Shape::quantity,           Element::low},
    {Shape::range,    "high",                      false, Shape::quantity,           Element::high},
    {Shape::period,   "start",                     false, Shape::text,               Element::start},
    {Shape::period,   "end",                       false, Shape::text,               Element::end},
    {Shape::dispense, "validityPeriod",            false, Shape::period,             Element::valid_period},
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
};
// clang-format on

// Rows of answers that resources and components have too.
constexpr bool is_of_values(std::string_view name) { return name.starts_with("value") || name == "dataAbsentReason"; }

constexpr MemberTable table_of_rows() {
  MemberTable table;
  for (const Member& row : rows) {
    table.add(row.in, row);
    if (row.in != Shape::answer || !is_of_values(row.name)) continue;
    table.add(Shape::resource, row);
    table.add(Shape::component, row);
  }
  return table;
}

}  // namespace

constexpr MemberTable members = table_of_rows();

bool tells_version(Element element) noexcept {
  return element == Element::profile || element == Element::fhir_version || element == Element::resource_type ||
         element == Element::id;
}

}  // namespace vertebra::fhir
