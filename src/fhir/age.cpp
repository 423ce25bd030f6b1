#include "fhir/age.hpp"

#include <algorithm>

#include "fhir/dates.hpp"

namespace vertebra::fhir {

Age age_of(const Resource& patient, const MappedFact& fact, Date as_of) {
  if (!patient.has(Element::birth_date)) {
    const bool extension = patient.has(Element::birth_date_extension);
    return {{},
            {Cause::not_found, extension ? "birthDate has an extension in place of a date" : "there is no birthDate"}};
  }
  if (patient.how(Element::birth_date) != Given::yes) return {{}, {Cause::irregular, "birthDate is not a text"}};
  const auto birth = parse_fhir_date(patient.text(Element::birth_date), Precision::date);
  if (!birth) return {{}, {Cause::irregular, "birthDate is not written as FHIR writes dates"}};
  if (birth->first > as_of) return {{}, {Cause::irregular, "birthDate is after the day of evaluation"}};
  const double low = std::max(0, completed_years(birth->last, as_of));
  const double high = completed_years(birth->first, as_of);
  if (low < fact.min || high > fact.max) return {{}, {Cause::not_readable, "the age is outside the range of the fact"}};
  return {range(low, high, "a"), {}};
}

}  // namespace vertebra::fhir
