#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <vertebra/patient.hpp>

#include "fhir/record.hpp"

namespace vertebra::fhir {

// Whose record it is. Entries about somebody else must never become answers of the patient.
class Person {
 public:
  // The one Patient of a record; without one, whoever the first entry with a subject is about.
  explicit Person(const Record& record);

  // False when a record is about several patients and nobody can say which is meant.
  bool is_one() const noexcept { return one_; }
  const Resource* patient() const noexcept { return patient_; }
  // True when an entry names this person as its subject, or names nobody.
  bool is_subject_of(const Resource& resource) const;

 private:
  const Resource* patient_ = nullptr;
  std::string subject_;  // As entries name it, where there is no Patient.
  bool one_ = true;
};

bool is_dead(const Resource& patient, Date as_of);

// True when a reference names a resource: by its full URL, or by "Kind/id" with or without a server before it.
bool refers_to(std::string_view reference, const Resource& resource);

}  // namespace vertebra::fhir
