#include "fhir/standing.hpp"

#include <algorithm>

#include "fhir/judging.hpp"

namespace vertebra::fhir {

Standing passed_over(Reason reason) { return {Bearing::passed_over, reason, {}, {}, {}, false}; }
Standing malformed() { return {Bearing::malformed, wrong_type, {}, {}, {}, false}; }

bool is_word_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::optional<std::string_view> code_of(const Part& part, Element element, std::string_view system) {
  std::optional<std::string_view> found;
  for (const Coding& each : part.codings) {
    if (each.element != element || each.system != system) continue;
    if (found && *found != each.code) return std::nullopt;
    found = each.code;
  }
  return found;
}

bool has_code(const Part& part, Element element, std::string_view system, std::string_view code) {
  return std::any_of(part.codings.begin(), part.codings.end(), [&](const Coding& each) {
    return each.element == element && each.system == system && each.code == code;
  });
}

Dated date_of(const Part& part, Element element) {
  if (!part.has(element)) return {};
  constexpr std::size_t day_size = 10;
  const std::string_view text = part.text(element);
  const auto span = parse_fhir_date(text, Precision::date_time);
  return {span.has_value(), span, span ? text.substr(0, day_size) : std::string_view{}};
}

Period period_of(const Resource& entry) {
  if (const Part* period = entry.part(Element::effective_period)) {
    Period result{true, date_of(*period, Element::start), date_of(*period, Element::end), true};
    result.good = result.begin.good && result.end.good;
    return result;
  }
  const Dated day = date_of(entry, Element::effective_date);
  return {day.good, day, day, false};
}

Standing counting(std::string_view status, const Dated& when) {
  return {Bearing::counts, {}, status, when.span, when.text, false};
}

Standing judge(EntryKind kind, const Resource& entry, Date as_of, std::optional<double> encounter_days) {
  if (entry.has(Element::modifier))
    return passed_over({Cause::not_readable, "it has an extension that may change its meaning"});
  switch (kind) {
    case EntryKind::condition: return judge_condition(entry, as_of, encounter_days);
    case EntryKind::allergy: return judge_allergy(entry, as_of);
    case EntryKind::request:
    case EntryKind::statement: return judge_order(entry, as_of);
    case EntryKind::administration:
    case EntryKind::procedure:
    case EntryKind::encounter:
    case EntryKind::observation:
    case EntryKind::response: break;
  }
  return judge_event(entry, as_of);
}

bool is_older(const Standing& standing, Date as_of, double days) noexcept {
  return standing.when && days_between(standing.when->last, as_of) > days;
}

bool is_current(std::string_view status) noexcept { return is_word_of(status, {"active", "recurrence", "relapse"}); }

}  // namespace vertebra::fhir
