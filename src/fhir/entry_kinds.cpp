#include "fhir/entry_kinds.hpp"

#include <algorithm>
#include <iterator>

namespace vertebra::fhir {
namespace {

using Word = std::string_view;

constexpr Word condition[] = {"active", "recurrence", "relapse", "inactive", "remission", "resolved"};
constexpr Word order[] = {"active", "on-hold", "completed", "stopped"};
constexpr Word administration[] = {"in-progress", "on-hold", "completed", "stopped"};
constexpr Word allergy[] = {"active", "inactive", "resolved"};
constexpr Word procedure[] = {"in-progress", "on-hold", "completed", "stopped"};
constexpr Word encounter[] = {"arrived", "triaged",  "in-progress", "onleave",
                              "on-hold", "finished", "discharged",  "completed"};
constexpr Word observation[] = {"preliminary", "final", "amended", "corrected"};
constexpr Word response[] = {"in-progress", "completed", "amended", "stopped"};

constexpr EntryKindInfo kinds[] = {
    {EntryKind::condition, "Condition", SourceKind::condition, "condition", condition},
    {EntryKind::request, "MedicationRequest", SourceKind::medication, "medication_request", order},
    {EntryKind::statement, "MedicationStatement", SourceKind::medication, "medication_statement", order},
    {EntryKind::administration, "MedicationAdministration", SourceKind::medication, "medication_administration",
     administration},
    {EntryKind::allergy, "AllergyIntolerance", SourceKind::allergy, "allergy", allergy},
    {EntryKind::procedure, "Procedure", SourceKind::procedure, "procedure", procedure},
    {EntryKind::encounter, "Encounter", SourceKind::encounter, "encounter", encounter},
    {EntryKind::observation, "Observation", SourceKind::observation, "observation", observation},
    {EntryKind::response, "QuestionnaireResponse", SourceKind::questionnaire, "questionnaire_response", response},
};
static_assert(std::size(kinds) == entry_kind_count);

constexpr SourceInfo source_rows[] = {
    {SourceKind::condition, "condition"},
    {SourceKind::medication, "medication"},
    {SourceKind::allergy, "allergy"},
    {SourceKind::procedure, "procedure"},
    {SourceKind::encounter, "encounter"},
    {SourceKind::observation, "observation"},
    {SourceKind::questionnaire, "questionnaire"},
};
static_assert(std::size(source_rows) == source_count);

}  // namespace

std::span<const EntryKindInfo> entry_kinds() noexcept { return kinds; }

const EntryKindInfo* entry_kind(std::string_view type) noexcept {
  const auto* found =
      std::find_if(std::begin(kinds), std::end(kinds), [&](const EntryKindInfo& info) { return info.type == type; });
  return found == std::end(kinds) ? nullptr : found;
}

std::span<const SourceInfo> sources() noexcept { return source_rows; }

}  // namespace vertebra::fhir
