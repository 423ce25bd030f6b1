#include "fhir/skips.hpp"

#include <utility>

namespace vertebra::fhir {

void Skips::add(const Resource& resource, std::string_view fact, Reason reason) {
  if (last_ == &resource && single_.back().fact == fact && single_.back().reason == reason.text) return;
  last_ = &resource;
  single_.push_back({name_of(resource), std::string{fact}, reason.cause, reason.text, 0});
}

void Skips::count(std::string_view kind, Reason reason, int by) {
  for (Skipped& each : counted_)
    if (each.resource == kind && each.reason == reason.text) {
      each.count += by;
      return;
    }
  counted_.push_back({std::string{kind}, {}, reason.cause, reason.text, by});
}

std::vector<Skipped> Skips::take() {
  for (Skipped& each : counted_) single_.push_back(std::move(each));
  counted_.clear();
  return std::move(single_);
}

}  // namespace vertebra::fhir
