#include "fhir/judging.hpp"

namespace vertebra::fhir {
namespace {

constexpr Element looked_at[] = {Element::status,
                                 Element::intent,
                                 Element::do_not_perform,
                                 Element::medication_concept,
                                 Element::medication_reference,
                                 Element::medication,
                                 Element::subject,
                                 Element::authored,
                                 Element::valid_period,
                                 Element::effective_date,
                                 Element::effective_period};

bool is_order(std::string_view intent) {
  return is_word_of(intent, {"order", "original-order", "reflex-order", "filler-order", "instance-order"});
}

// Why a prescription or statement can say nothing, before its dates are looked at.
Reason trouble_with(const Resource& medication, bool request) {
  if (!medication.has(Element::status)) return no_status;
  const std::string_view status = medication.text(Element::status);
  if (status == "entered-in-error") return in_error;
  if (medication.text(Element::do_not_perform) == "true")
    return {Cause::refused_status, "it says that the medicine is not to be given"};
  if (request && !medication.has(Element::intent)) return {Cause::irregular, "it has no intent"};
  if (request && !is_order(medication.text(Element::intent)))
    return {Cause::draft_order, "it is a proposal, a plan or an option, not an order"};
  if (is_word_of(status, {"draft", "intended"})) return {Cause::draft_order, "it is a draft or an intention"};
  if (status == "not-taken") return {Cause::refused_status, "it says that the medicine was not taken"};
  return {};
}

}  // namespace

Standing judge_order(const Resource& medication, Date as_of) {
  if (!is_well_formed(medication, looked_at)) return malformed();
  const bool request = medication.type == "MedicationRequest";
  if (const auto trouble = trouble_with(medication, request)) return passed_over(trouble);
  Dated begin, end;
  if (request) {
    begin = date_of(medication, Element::authored);
    if (const Part* valid = medication.part(Element::valid_period)) end = date_of(*valid, Element::end);
  } else {
    const Period taken = period_of(medication);
    begin = taken.begin;
    if (taken.is_period) end = taken.end;
    if (!begin.span && begin.good) begin = date_of(medication, Element::recorded);
  }
  if (!begin.good || !end.good) return passed_over(bad_date);
  if (begin.span && begin.span->first > as_of) return passed_over(begins_later);
  const std::string_view status = medication.text(Element::status);
  const bool over = status == "active" && end.span && end.span->last < as_of;
  return counting(over ? "completed" : status, begin);
}

}  // namespace vertebra::fhir
