#pragma once

#include <string_view>

#include "fhir/mapping.hpp"
#include "fhir/reason.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// What a value says of a fact: the answers or the numbers that it leaves possible, or why it says nothing.
struct Said {
  Cells cells = 0;           // Booleans and choices.
  double low = 0, high = 0;  // Quantities, in the unit of the fact.
  std::string_view element;  // "valueQuantity"
  Reason reason{};
};

// Reads the value[x] of an observation, a component or an answer.
class ValueReader {
 public:
  explicit ValueReader(const Mapping::State& mapping) : mapping_{mapping} {}

  // `meaning` is that of the code that was asked or observed; `refuted_is_no`: "no" is an answer even where the code is
  // narrower than the fact.
  Said read(const Part& holder, const MappedFact& fact, const Meaning& meaning, bool refuted_is_no) const;
  // The answer to an item that the mapping names, by the codes or texts that it lists.
  Said read_listed(const Part& answer, const ItemRule& rule) const;

 private:
  Said read_number(const Part& holder, const MappedFact& fact) const;
  Said read_truth(bool yes, const MappedFact& fact, const Meaning& meaning, bool refuted_is_no) const;
  Said read_codes(const Part& holder, Element element, const MappedFact& fact, const Meaning& meaning,
                  bool refuted_is_no) const;

  const Mapping::State& mapping_;
};

}  // namespace vertebra::fhir
