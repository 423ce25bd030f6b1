#pragma once

#include <vertebra/patient.hpp>

#include "fhir/mapping.hpp"
#include "fhir/standing.hpp"

namespace vertebra::fhir {

// An entry of the record with what it is worth on the day of evaluation.
struct Entry {
  const Resource& resource;
  const EntryKindInfo& kind;
  Standing standing;
};

inline constexpr Reason unchecked_code{Cause::unclear_code, "its code was not checked well enough to be used"};
inline constexpr Reason other_kind{Cause::not_mapped, "it is not read from resources of this kind"};

// Whether an entry may speak for a source of a fact, by the statuses and times that the mapping lets count.
class Weighing {
 public:
  Weighing(const Mapping::State& mapping, Date as_of) : mapping_{mapping}, as_of_{as_of} {}

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
  Date as_of_;
};

}  // namespace vertebra::fhir
