#pragma once

#include <map>
#include <string>
#include <string_view>

#include "fhir/record.hpp"

namespace vertebra::fhir {

// The concept in which an entry's code stands, in the entry itself or in the Medication that it refers to.
struct Coded {
  const Resource* resource = nullptr;  // Null when there is none.
  Element concept_element = Element::none;
  std::string_view element;  // Of the entry, as evidence names it.
  std::string_view reason;   // Why there is none.
};

// Finds where the codes of entries stand.
class CodeFinder {
 public:
  explicit CodeFinder(const Record& record);

  Coded find(const Resource& entry) const;

 private:
  const Resource* medication(const Resource& entry, std::string_view reference) const;

  std::map<std::string, const Resource*, std::less<>> medications_;  // By full URL, and by "Medication/id".
};

}  // namespace vertebra::fhir
