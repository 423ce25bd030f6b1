#pragma once

#include <optional>
#include <string_view>

#include <vertebra/patient.hpp>

#include "fhir/dates.hpp"
#include "fhir/entry_kinds.hpp"
#include "fhir/reason.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

enum class Bearing : std::uint8_t { counts, refuted, passed_over, malformed };

// What one entry of a record is worth on the day of evaluation, whatever its code.
struct Standing {
  Bearing bearing = Bearing::passed_over;
  Reason reason;                 // Why it is passed over or malformed.
  std::string_view status;       // As FHIR words it, after what dates say: an ended prescription is `completed`.
  std::optional<DateSpan> when;  // The latest time that it is from; nothing when it has no date.
  std::string_view date;         // As evidence shows it; empty when it has none.
  bool aged = false;             // Its status says that it holds; but it is too old to.
};

// By clinical and verification status, status, intent, `doNotPerform`, onset, abatement and the times of the entry.
// `encounter_days` is for how long the diagnosis of an encounter is taken as current.
Standing judge(EntryKind kind, const Resource& entry, Date as_of, std::optional<double> encounter_days);

// True when it is certainly older than so many days.
bool is_older(const Standing& standing, Date as_of, double days) noexcept;

// True for the statuses of what holds now.
bool is_current(std::string_view status) noexcept;

}  // namespace vertebra::fhir
