#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "fhir/standing.hpp"

// Small steps that the judges of all kinds of entries share.
namespace vertebra::fhir {

inline constexpr Reason wrong_type{Cause::irregular, "an element is not of the type that FHIR R4 gives it"};
inline constexpr Reason bad_date{Cause::irregular, "a date is not written as FHIR writes dates"};
inline constexpr Reason no_status{Cause::irregular, "it has no status"};
inline constexpr Reason begins_later{Cause::refused_status, "it begins after the day of evaluation"};
inline constexpr Reason in_error{Cause::refused_status, "it was entered in error"};

Standing passed_over(Reason reason);
Standing malformed();

bool is_word_of(std::string_view text, std::initializer_list<std::string_view> words);

// The one code of a system in a concept: nothing when there is none or more than one.
std::optional<std::string_view> code_of(const Part& part, Element element, std::string_view system);
bool has_code(const Part& part, Element element, std::string_view system, std::string_view code);

// A date of an entry, which may be missing or be no date.
struct Dated {
  bool good = true;
  std::optional<DateSpan> span{};
  std::string_view text{};
};
Dated date_of(const Part& part, Element element);

// When something was done or observed: a day, or a period that may be open.
struct Period {
  bool good = true;
  Dated begin{};
  Dated end{};
  bool is_period = false;
};
Period period_of(const Resource& entry);

// It counts under its status, from the given time on.
Standing counting(std::string_view status, const Dated& when);

// Judges of single kinds, for judge().
Standing judge_condition(const Resource& condition, Date as_of, std::optional<double> encounter_days);
Standing judge_allergy(const Resource& allergy, Date as_of);
Standing judge_order(const Resource& medication, Date as_of);  // Requests and statements.
Standing judge_event(const Resource& event, Date as_of);       // What was done, observed or answered.

}  // namespace vertebra::fhir
