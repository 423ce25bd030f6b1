#include <algorithm>

#include "fhir/judging.hpp"

namespace vertebra::fhir {
namespace {

constexpr std::string_view category_system = "http://terminology.hl7.org/CodeSystem/condition-category";

// The code systems of a kind's two statuses.
struct StatusSystems {
  std::string_view clinical;
  std::string_view verification;
};

constexpr StatusSystems of_conditions{"http://terminology.hl7.org/CodeSystem/condition-clinical",
                                      "http://terminology.hl7.org/CodeSystem/condition-ver-status"};
constexpr StatusSystems of_allergies{"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical",
                                     "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"};

constexpr Element looked_at[] = {
    Element::clinical_status, Element::verification_status, Element::category, Element::code,          Element::subject,
    Element::onset,           Element::onset_period,        Element::recorded, Element::abatement_date};
// Not `category`: R4 gives allergies a list of words there. Not `type`: R5 has a concept there.
constexpr Element looked_at_in_allergies[] = {Element::clinical_status,
                                              Element::verification_status,
                                              Element::code,
                                              Element::subject,
                                              Element::onset,
                                              Element::recorded,
                                              Element::reaction};

Dated onset_of(const Resource& condition) {
  const Part* period = condition.part(Element::onset_period);
  return period != nullptr ? date_of(*period, Element::start) : date_of(condition, Element::onset);
}

// The later of two, where both are there.
Dated later(const Dated& a, const Dated& b) {
  if (!a.span || !b.span) return a.span ? a : b;
  return b.span->last > a.span->last ? Dated{true, b.span, a.text} : a;
}

// An end of whatever form is in the past, unless it is a date that may still be to come.
bool has_ended(const Resource& condition, const Dated& abatement, Date as_of) {
  if (abatement.span) return abatement.span->first <= as_of;
  return condition.has(Element::abatement);
}

Reason trouble_with_verification(const Resource& entry, const StatusSystems& systems) {
  if (!entry.has(Element::verification_status)) return {};
  const auto code = code_of(entry, Element::verification_status, systems.verification);
  if (!code) return {Cause::irregular, "its verification status cannot be read"};
  if (is_word_of(*code, {"confirmed", "refuted"})) return {};
  if (*code == "entered-in-error") return in_error;
  if (is_word_of(*code, {"unconfirmed", "provisional", "differential", "presumed"}))
    return {Cause::refused_status, "it is suspected, not confirmed"};
  return {Cause::irregular, "its verification status is not one of FHIR's"};
}

// Empty with a reason when the status cannot be known.
struct ClinicalStatus {
  std::string_view status;
  Reason trouble;
};

ClinicalStatus clinical_status(const Resource& entry, const StatusSystems& systems, bool ended) {
  if (!entry.has(Element::clinical_status)) return {ended ? "resolved" : "active", {}};
  const auto code = code_of(entry, Element::clinical_status, systems.clinical);
  if (!code) return {{}, {Cause::irregular, "its clinical status cannot be read"}};
  if (!is_word_of(*code, {"active", "recurrence", "relapse", "inactive", "remission", "resolved"}))
    return {{}, {Cause::irregular, "its clinical status is not one of FHIR's"}};
  if (ended && is_current(*code)) return {{}, {Cause::irregular, "it is active and has ended: it contradicts itself"}};
  return {*code, {}};
}

bool is_of_encounter_only(const Resource& condition) {
  return has_code(condition, Element::category, category_system, "encounter-diagnosis") &&
         !has_code(condition, Element::category, category_system, "problem-list-item");
}

Standing refuted(const Dated& when) { return {Bearing::refuted, {}, {}, when.span, when.text, false}; }

}  // namespace

Standing judge_condition(const Resource& condition, Date as_of, std::optional<double> encounter_days) {
  if (!is_well_formed(condition, looked_at)) return malformed();
  if (const auto trouble = trouble_with_verification(condition, of_conditions)) return passed_over(trouble);
  const Dated onset = onset_of(condition);
  const Dated recorded = date_of(condition, Element::recorded);
  const Dated abatement = date_of(condition, Element::abatement_date);
  if (!onset.good || !recorded.good || !abatement.good) return passed_over(bad_date);
  if (onset.span && onset.span->first > as_of) return passed_over(begins_later);
  if (has_code(condition, Element::verification_status, of_conditions.verification, "refuted"))
    return refuted(later(onset, recorded));
  const ClinicalStatus clinical = clinical_status(condition, of_conditions, has_ended(condition, abatement, as_of));
  if (clinical.trouble) return passed_over(clinical.trouble);
  Standing standing = counting(clinical.status, later(onset, recorded));
  const bool old_visit =
      encounter_days && is_of_encounter_only(condition) && is_older(standing, as_of, *encounter_days);
  standing.aged = old_visit && is_current(standing.status);
  if (standing.aged) standing.status = "inactive";
  return standing;
}

Standing judge_allergy(const Resource& allergy, Date as_of) {
  if (!is_well_formed(allergy, looked_at_in_allergies)) return malformed();
  if (const auto trouble = trouble_with_verification(allergy, of_allergies)) return passed_over(trouble);
  const Dated onset = date_of(allergy, Element::onset);
  const Dated recorded = date_of(allergy, Element::recorded);
  if (!onset.good || !recorded.good) return passed_over(bad_date);
  if (onset.span && onset.span->first > as_of) return passed_over(begins_later);
  if (has_code(allergy, Element::verification_status, of_allergies.verification, "refuted"))
    return refuted(later(onset, recorded));
  const ClinicalStatus clinical = clinical_status(allergy, of_allergies, false);
  if (clinical.trouble) return passed_over(clinical.trouble);
  if (allergy.text(Element::type) == "intolerance")
    return passed_over({Cause::not_readable, "it is an intolerance, not an allergy"});
  return counting(clinical.status, later(onset, recorded));
}

}  // namespace vertebra::fhir
