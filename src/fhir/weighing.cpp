#include "fhir/weighing.hpp"

namespace vertebra::fhir {
namespace {

constexpr Reason open_code{Cause::unclear_code, "the code leaves every answer open"};
constexpr Reason only_asks{Cause::not_readable, "its code asks for the fact and says nothing of it"};
constexpr Reason was_refuted{Cause::refused_status, "it was refuted, which is not taken as a no"};
constexpr Reason refused_status{Cause::refused_status, "its status does not count"};
constexpr Reason old_absence{Cause::refused_status, "that something was not there no longer counts"};
constexpr Reason too_old{Cause::too_old, "it is older than the mapping lets it count"};
constexpr Reason undated{Cause::too_old, "it has no date, and only recent ones count"};

}  // namespace

Reason Weighing::of_code(const Entry& entry, const Meaning& meaning) const {
  const MappedFact& fact = mapping_.facts[meaning.fact];
  const auto& source = fact.source(entry.kind.source);
  const Bearing bearing = entry.standing().bearing;
  if (!meaning.usable) return unchecked_code;
  if (!source) return other_kind;
  if (meaning.question) return only_asks;
  if (bearing == Bearing::passed_over || bearing == Bearing::malformed) return entry.standing().reason;
  if (bearing == Bearing::refuted) return source->refuted_is_no && meaning.cells == cell_yes ? Reason{} : was_refuted;
  if (const Reason trouble = of_status(entry, *source)) return trouble;
  if (meaning.cells == fact.all) return open_code;
  const bool says_absent = (meaning.cells & fact.none) != 0;
  return says_absent && !is_current(entry.standing().status) ? old_absence : Reason{};
}

// What is too old but was never ended is history, where the mapping takes history.
Reason Weighing::of_status(const Entry& entry, const Source& source) const {
  const Words& words = words_for(entry, source);
  const bool old = source.within_days && entry.is_older_than(*source.within_days);
  if (old && (!is_current(entry.standing().status) || !words.contains("inactive"))) return too_old;
  if (words.contains(entry.standing().status)) return {};
  return entry.standing().aged ? too_old : refused_status;
}

Reason Weighing::of_time(const Entry& entry, const Source& source) const {
  if (entry.standing().bearing == Bearing::passed_over) return entry.standing().reason;
  if (!words_for(entry, source).contains(entry.standing().status)) return refused_status;
  if (!source.within_days) return {};
  if (!entry.standing().when) return undated;
  return entry.is_older_than(*source.within_days) ? too_old : Reason{};
}

}  // namespace vertebra::fhir
