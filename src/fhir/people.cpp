#include "fhir/people.hpp"

#include "fhir/dates.hpp"

namespace vertebra::fhir {
namespace {

bool has_subject(const Resource& resource) {
  return resource.type() == "Condition" || resource.type() == "MedicationRequest" ||
         resource.type() == "MedicationStatement";
}

// "Patient/1/_history/2" is version 2 of Patient/1.
std::string_view without_version(std::string_view reference) {
  return reference.substr(0, reference.find("/_history/"));
}

}  // namespace

bool refers_to(std::string_view reference, const Resource& resource) {
  if (reference.empty()) return false;
  if (!resource.full_url.empty() && reference == resource.full_url) return true;
  reference = without_version(reference);
  const std::string_view id = resource.text(Element::id);
  if (id.empty()) return false;
  const std::string name = std::string{resource.type()} + "/" + std::string{id};
  if (!reference.ends_with(name)) return false;
  return reference.size() == name.size() || reference[reference.size() - name.size() - 1] == '/';
}

Person::Person(const Record& record) {
  for (const Resource& each : record.resources) {
    if (each.type() != "Patient") continue;
    if (patient_ == nullptr) patient_ = &each;
    const bool same = each.has(Element::id) && each.text(Element::id) == patient_->text(Element::id);
    if (&each != patient_ && !same) one_ = false;
  }
  if (patient_ != nullptr) return;
  for (const Resource& each : record.resources) {
    const std::string subject{without_version(each.text(Element::subject))};
    if (!has_subject(each) || subject.empty()) continue;
    if (subject_.empty()) subject_ = subject;
    if (subject != subject_) one_ = false;
  }
}

bool Person::is_subject_of(const Resource& resource) const {
  const std::string_view subject = resource.text(Element::subject);
  return patient_ == nullptr || subject.empty() || refers_to(subject, *patient_);
}

bool is_dead(const Resource& patient, Date as_of) {
  if (patient.text(Element::deceased_flag) == "true") return true;
  if (!patient.has(Element::deceased_date)) return false;
  const auto day = parse_fhir_date(patient.text(Element::deceased_date), Precision::date_time);
  return !day || day->first <= as_of;
}

}  // namespace vertebra::fhir
