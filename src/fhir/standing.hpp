#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <vertebra/patient.hpp>

#include "fhir/record.hpp"

namespace vertebra::fhir {

enum class Bearing : std::uint8_t { counts, refuted, passed_over, malformed };

// What one entry of a record is worth on the day of evaluation, whatever its code.
struct Standing {
  Bearing bearing = Bearing::passed_over;
  std::string_view reason;   // Why it is passed over.
  std::string status;        // As FHIR words it, after what dates say: an ended prescription is `completed`.
  std::optional<Date> last;  // The last day that it can be from; nothing when it has no date.
};

// By section 3.2 of the FHIR notes: clinical and verification status, abatement, onset. `encounter_days` is for how long
// the diagnosis of an encounter is taken as current.
Standing judge_condition(const Resource& condition, Date as_of, std::optional<double> encounter_days);

// Status, intent, `doNotPerform` and the time for which a MedicationRequest or MedicationStatement holds.
Standing judge_medication(const Resource& medication, Date as_of);

// The same when what is older than so many days is no longer current.
Standing aged(Standing standing, Date as_of, double within_days);

// True for the statuses of what holds now.
bool is_current(std::string_view status) noexcept;

}  // namespace vertebra::fhir
