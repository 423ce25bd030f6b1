#include <algorithm>

#include "fhir/judging.hpp"

namespace vertebra::fhir {
namespace {

constexpr Element looked_at[] = {Element::status,
                                 Element::subject,
                                 Element::code,
                                 Element::reason,
                                 Element::medication_concept,
                                 Element::medication_reference,
                                 Element::medication,
                                 Element::effective_date,
                                 Element::effective_period,
                                 Element::issued,
                                 Element::authored,
                                 Element::component,
                                 Element::item,
                                 Element::questionnaire,
                                 Element::value_quantity,
                                 Element::value_concept,
                                 Element::value_flag,
                                 Element::value_number,
                                 Element::value_text,
                                 Element::value_range};

bool inner_parts_are_good(const Resource& event) {
  return std::all_of(event.parts.begin(), event.parts.end(), [](const Part& part) { return part.well_formed; });
}

Reason trouble_with(const Resource& event) {
  if (!event.has(Element::status)) return no_status;
  const std::string_view status = event.text(Element::status);
  if (status == "entered-in-error") return in_error;
  if (is_word_of(status, {"not-done", "cancelled"})) return {Cause::refused_status, "it was not done"};
  if (event.has(Element::focus)) return {Cause::another_person, "it is about somebody or something else"};
  return {};
}

// An observation that is not dated is at most as old as its issue.
Dated time_of(const Resource& event, const Period& period) {
  if (period.is_period && period.end.span) return {true, period.end.span, period.end.text};
  if (period.begin.span || period.is_period) return period.begin;
  const Dated authored = date_of(event, Element::authored);
  return authored.span || !authored.good ? authored : date_of(event, Element::issued);
}

}  // namespace

Standing judge_event(const Resource& event, Date as_of) {
  if (!is_well_formed(event, looked_at) || !inner_parts_are_good(event)) return malformed();
  if (const auto trouble = trouble_with(event)) return passed_over(trouble);
  const Period period = period_of(event);
  const Dated when = time_of(event, period);
  if (!period.good || !when.good) return passed_over(bad_date);
  const auto& first = period.begin.span ? period.begin.span : when.span;
  if (first && first->first > as_of) return passed_over(begins_later);
  return counting(event.text(Element::status), when);
}

}  // namespace vertebra::fhir
