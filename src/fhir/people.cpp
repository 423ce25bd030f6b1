#include "fhir/people.hpp"

#include <algorithm>
#include <unordered_set>

#include "fhir/dates.hpp"
#include "fhir/entry_kinds.hpp"

namespace vertebra::fhir {
namespace {

// "Patient/1/_history/2" is version 2 of Patient/1.
std::string_view without_version(std::string_view reference) {
  return reference.substr(0, reference.find("/_history/"));
}

// True when a reference ends with "Patient/1", with or without a server before it.
bool ends_with_name(std::string_view reference, std::string_view name) {
  if (name.empty() || !reference.ends_with(name)) return false;
  return reference.size() == name.size() || reference[reference.size() - name.size() - 1] == '/';
}

}  // namespace

// Patients are told apart by their ids; without a Patient, by how entries name them.
void Person::count_patients(const Record& record) {
  std::unordered_set<std::string_view> known;
  std::size_t nameless = 0;
  for (const Resource& each : record.resources) {
    if (each.type != "Patient") continue;
    if (patient_ == nullptr) patient_ = &each;
    if (!each.has(Element::id))
      ++nameless;
    else
      known.insert(each.text(Element::id));
  }
  if (patient_ == nullptr)
    for (const Resource& each : record.resources) {
      const std::string_view subject = without_version(each.text(Element::subject));
      if (entry_kind(each.type) != nullptr && !subject.empty()) known.insert(subject);
    }
  patients_ = known.size() + nameless;
}

Person::Person(const Record& record, std::string_view id) : chosen_{!id.empty()} {
  count_patients(record);
  if (chosen_) {
    const auto found = std::find_if(record.resources.begin(), record.resources.end(), [&](const Resource& each) {
      return each.type == "Patient" && each.text(Element::id) == id;
    });
    patient_ = found == record.resources.end() ? nullptr : &*found;
    name_ = "Patient/" + std::string{id};
    found_ = patient_ != nullptr ||
             std::any_of(record.resources.begin(), record.resources.end(),
                         [&](const Resource& each) { return is_named_by(each.text(Element::subject)); });
  } else if (patient_ != nullptr && patient_->has(Element::id)) {
    name_ = "Patient/" + std::string{patient_->text(Element::id)};
  }
}

bool Person::is_named_by(std::string_view reference) const {
  if (reference.empty()) return false;
  if (patient_ != nullptr && !patient_->full_url.empty() && reference == patient_->full_url) return true;
  return ends_with_name(without_version(reference), name_);
}

bool Person::is_subject_of(const Resource& resource) const {
  const std::string_view subject = resource.text(Element::subject);
  if (subject.empty()) return patients_ <= 1;
  return (patient_ == nullptr && !chosen_) || is_named_by(subject);
}

bool is_dead(const Resource& patient, Date as_of) {
  if (patient.text(Element::deceased_flag) == "true") return true;
  if (!patient.has(Element::deceased_date)) return false;
  const auto day = parse_fhir_date(patient.text(Element::deceased_date), Precision::date_time);
  return !day || day->first <= as_of;
}

}  // namespace vertebra::fhir
