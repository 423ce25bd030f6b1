#pragma once

#include <optional>

#include <vertebra/patient.hpp>

#include "fhir/mapping.hpp"
#include "fhir/standing.hpp"

namespace vertebra::fhir {

// The day of evaluation, and for how long the diagnosis of an encounter is current by then.
struct Day {
  Date as_of;
  std::optional<double> encounter_days;
};

// An entry of the record with what it is worth on the day, which must outlive it. That is found out when it is first asked
// for: most entries speak of no fact.
class Entry {
 public:
  Entry(const Resource& of, const EntryKindInfo& its_kind, const Day& day) : resource{of}, kind{its_kind}, day_{&day} {}

  const Standing& standing() const {
    if (!standing_) standing_ = judge(kind.kind, resource, day_->as_of, day_->encounter_days);
    return *standing_;
  }
  // True when it is certainly older than so many days.
  bool is_older_than(double days) const { return is_older(standing(), day_->as_of, days); }
  bool is_malformed() const { return !resource.well_formed && standing().bearing == Bearing::malformed; }

  const Resource& resource;
  const EntryKindInfo& kind;

 private:
  const Day* day_;
  mutable std::optional<Standing> standing_;
};

inline constexpr Reason unchecked_code{Cause::unclear_code, "its code was not checked well enough to be used"};
inline constexpr Reason other_kind{Cause::not_mapped, "it is not read from resources of this kind"};

// Whether an entry may speak for a source of a fact, by the statuses and times that the mapping lets count.
class Weighing {
 public:
  explicit Weighing(const Mapping::State& mapping) : mapping_{mapping} {}

  // Why what a code of the entry means does not count; nothing when it does.
  Reason of_code(const Entry& entry, const Meaning& meaning) const;
  // The same for what was measured or answered at a time.
  Reason of_time(const Entry& entry, const Source& source) const;
  // The same for the status and age of an entry that holds until it is ended.
  Reason of_status(const Entry& entry, const Source& source) const;

 private:
  const Words& words_for(const Entry& entry, const Source& source) const {
    return mapping_.groups[source.group].of(entry.kind.kind);
  }

  const Mapping::State& mapping_;
};

}  // namespace vertebra::fhir
