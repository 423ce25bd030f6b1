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
  // The patient with an id, when one is given. Else the one Patient of a record; without one, whoever the first entry with
  // a subject is about.
  explicit Person(const Record& record, std::string_view id = {});

  // Of how many patients the record is, and whether it has the one that was asked for.
  std::size_t patients() const noexcept { return patients_; }
  bool is_found() const noexcept { return found_; }
  const Resource* patient() const noexcept { return patient_; }
  // True when an entry names this person as its subject, or names nobody in a record about one.
  bool is_subject_of(const Resource& resource) const;

 private:
  void count_patients(const Record& record);
  bool is_named_by(std::string_view reference) const;

  const Resource* patient_ = nullptr;
  std::string name_;  // "Patient/1", where it has an id.
  std::size_t patients_ = 0;
  bool chosen_ = false;
  bool found_ = true;
};

bool is_dead(const Resource& patient, Date as_of);

}  // namespace vertebra::fhir
