#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fhir/entry_kinds.hpp"
#include "fhir/reason.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// A concept in which an entry's codes stand: its own, or one of the Medication that it refers to.
struct Concept {
  const Part* part;
  Element element;
  std::string_view name;  // Of the element of the entry, as evidence has it.
};

// Where the codes of an entry stand, or why there are none.
struct Concepts {
  std::vector<Concept> found;
  Reason reason;
};

// Finds where the codes of entries stand.
class CodeFinder {
 public:
  explicit CodeFinder(const Record& record);

  void find(EntryKind kind, const Resource& entry, Concepts& result) const;

 private:
  const Resource* medication(const Resource& entry, std::string_view reference) const;
  void find_medicine(const Resource& entry, Concepts& result) const;

  std::unordered_map<std::string_view, const Resource*> by_url_;
  std::unordered_map<std::string_view, const Resource*> by_id_;
};

}  // namespace vertebra::fhir
