#include "fhir/reason.hpp"

namespace vertebra::fhir {

std::string_view to_string(Cause cause) noexcept {
  switch (cause) {
    case Cause::contradicted: return "contradicted";
    case Cause::wrong_unit: return "wrong_unit";
    case Cause::not_readable: return "not_readable";
    case Cause::irregular: return "irregular";
    case Cause::unclear_code: return "unclear_code";
    case Cause::too_old: return "too_old";
    case Cause::not_answered: return "not_answered";
    case Cause::refused_status: return "refused_status";
    case Cause::draft_order: return "draft_order";
    case Cause::another_person: return "another_person";
    case Cause::list_incomplete: return "list_incomplete";
    case Cause::not_found: return "not_found";
    case Cause::not_mapped: break;
  }
  return "not_mapped";
}

}  // namespace vertebra::fhir
