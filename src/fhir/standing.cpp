#include "fhir/standing.hpp"

#include <algorithm>
#include <initializer_list>

#include "fhir/dates.hpp"

namespace vertebra::fhir {
namespace {

constexpr std::string_view clinical_system = "http://terminology.hl7.org/CodeSystem/condition-clinical";
constexpr std::string_view verification_system = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
constexpr std::string_view category_system = "http://terminology.hl7.org/CodeSystem/condition-category";

// Reasons are sentences about the kind of entry, never about its content.
constexpr std::string_view wrong_type = "an element is not of the type that FHIR R4 gives it";
constexpr std::string_view bad_date = "a date is not written as FHIR writes dates";
constexpr std::string_view begins_later = "it begins after the day of evaluation";

Standing passed_over(std::string_view reason) { return {Bearing::passed_over, reason, {}, {}}; }

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool well_formed(const Resource& resource, std::initializer_list<Element> elements) {
  return std::all_of(elements.begin(), elements.end(), [&](Element element) {
    return resource.how(element) == Given::no || resource.how(element) == Given::yes;
  });
}

// The one code of a system in a concept: nothing when there is none or more than one.
std::optional<std::string_view> code_of(const Resource& resource, Element element, std::string_view system) {
  std::optional<std::string_view> found;
  for (const Coding& each : resource.codings) {
    if (each.element != element || each.system != system) continue;
    if (found && *found != each.code) return std::nullopt;
    found = each.code;
  }
  return found;
}

bool has_code(const Resource& resource, Element element, std::string_view system, std::string_view code) {
  return std::any_of(resource.codings.begin(), resource.codings.end(), [&](const Coding& each) {
    return each.element == element && each.system == system && each.code == code;
  });
}

struct Dated {
  bool good = true;
  std::optional<DateSpan> span;
};

Dated date_of(const Resource& resource, Element element) {
  if (!resource.has(element)) return {};
  const auto span = parse_fhir_date(resource.text(element), Precision::date_time);
  return {span.has_value(), span};
}

std::optional<Date> later(const std::optional<DateSpan>& a, const std::optional<DateSpan>& b) {
  if (a && b) return std::max(a->last, b->last);
  return a ? std::optional{a->last} : b ? std::optional{b->last} : std::nullopt;
}

// An end of whatever form is in the past, unless it is a date that may still be to come.
bool has_ended(const Resource& condition, const Dated& abatement, Date as_of) {
  if (abatement.span) return abatement.span->first <= as_of;
  return condition.has(Element::abatement);
}

std::string_view trouble_with_verification(const Resource& condition) {
  if (!condition.has(Element::verification_status)) return {};
  const auto code = code_of(condition, Element::verification_status, verification_system);
  if (!code) return "its verification status cannot be read";
  if (is_one_of(*code, {"confirmed", "refuted"})) return {};
  if (*code == "entered-in-error") return "it was entered in error";
  if (is_one_of(*code, {"unconfirmed", "provisional", "differential"})) return "it is suspected, not confirmed";
  return "its verification status is not one of FHIR's";
}

// Empty with a reason when the status cannot be known.
struct ClinicalStatus {
  std::string status;
  std::string_view trouble;
};

ClinicalStatus clinical_status(const Resource& condition, bool ended) {
  if (!condition.has(Element::clinical_status)) return {ended ? "resolved" : "active", {}};
  const auto code = code_of(condition, Element::clinical_status, clinical_system);
  if (!code) return {{}, "its clinical status cannot be read"};
  if (!is_one_of(*code, {"active", "recurrence", "relapse", "inactive", "remission", "resolved"}))
    return {{}, "its clinical status is not one of FHIR's"};
  if (ended && is_current(*code)) return {{}, "it is active and has ended: it contradicts itself"};
  return {std::string{*code}, {}};
}

bool is_of_encounter_only(const Resource& condition) {
  return has_code(condition, Element::category, category_system, "encounter-diagnosis") &&
         !has_code(condition, Element::category, category_system, "problem-list-item");
}

bool is_order(std::string_view intent) {
  return is_one_of(intent, {"order", "original-order", "reflex-order", "filler-order", "instance-order"});
}

// Why a medication entry can say nothing, before its dates are looked at.
std::string_view trouble_with_medication(const Resource& medication) {
  const bool request = medication.type() == "MedicationRequest";
  if (!medication.has(Element::status)) return "it has no status";
  const std::string_view status = medication.text(Element::status);
  if (status == "entered-in-error") return "it was entered in error";
  if (medication.text(Element::do_not_perform) == "true") return "it says that the medicine is not to be given";
  if (request && !medication.has(Element::intent)) return "it has no intent";
  if (request && !is_order(medication.text(Element::intent)))
    return "it is a proposal, a plan or an option, not an order";
  if (is_one_of(status, {"draft", "intended"})) return "it is a draft or an intention";
  if (status == "not-taken") return "it says that the medicine was not taken";
  return {};
}

}  // namespace

bool is_current(std::string_view status) noexcept { return is_one_of(status, {"active", "recurrence", "relapse"}); }

Standing judge_condition(const Resource& condition, Date as_of, std::optional<double> encounter_days) {
  if (!well_formed(condition, {Element::clinical_status, Element::verification_status, Element::category, Element::code,
                               Element::subject, Element::onset, Element::recorded, Element::abatement_date}))
    return {Bearing::malformed, wrong_type, {}, {}};
  if (const auto trouble = trouble_with_verification(condition); !trouble.empty()) return passed_over(trouble);
  const Dated onset = date_of(condition, Element::onset);
  const Dated recorded = date_of(condition, Element::recorded);
  const Dated abatement = date_of(condition, Element::abatement_date);
  if (!onset.good || !recorded.good || !abatement.good) return passed_over(bad_date);
  if (onset.span && onset.span->first > as_of) return passed_over(begins_later);
  if (has_code(condition, Element::verification_status, verification_system, "refuted"))
    return {Bearing::refuted, {}, {}, {}};
  const ClinicalStatus clinical = clinical_status(condition, has_ended(condition, abatement, as_of));
  if (!clinical.trouble.empty()) return passed_over(clinical.trouble);
  const Standing standing{Bearing::counts, {}, clinical.status, later(onset.span, recorded.span)};
  if (!encounter_days || !is_of_encounter_only(condition)) return standing;
  return aged(standing, as_of, *encounter_days);
}

Standing judge_medication(const Resource& medication, Date as_of) {
  if (!well_formed(medication, {Element::status, Element::intent, Element::do_not_perform, Element::medication_concept,
                                Element::medication_reference, Element::medication, Element::subject, Element::authored,
                                Element::valid_until, Element::effective_date, Element::effective_until}))
    return {Bearing::malformed, wrong_type, {}, {}};
  if (const auto trouble = trouble_with_medication(medication); !trouble.empty()) return passed_over(trouble);
  const bool request = medication.type() == "MedicationRequest";
  const Dated begin = date_of(medication, request ? Element::authored : Element::effective_date);
  const Element until = request ? Element::valid_until : Element::effective_until;
  const Dated end = medication.text(until).empty() ? Dated{} : date_of(medication, until);
  if (!begin.good || !end.good) return passed_over(bad_date);
  if (begin.span && begin.span->first > as_of) return passed_over(begins_later);
  Standing standing{Bearing::counts, {}, std::string{medication.text(Element::status)}, {}};
  if (begin.span) standing.last = begin.span->last;
  if (end.span && end.span->last < as_of && standing.status == "active") standing.status = "completed";
  return standing;
}

Standing aged(Standing standing, Date as_of, double within_days) {
  const bool old = standing.last && days_between(*standing.last, as_of) > within_days;
  if (old && is_current(standing.status)) standing.status = "inactive";
  return standing;
}

}  // namespace vertebra::fhir
