#include "fhir/skips.hpp"

#include <utility>

namespace vertebra::fhir {

void Skips::add(std::string resource, std::string_view fact, Reason reason) {
  if (!single_.empty()) {
    const Skipped& last = single_.back();
    if (last.resource == resource && last.fact == fact && last.reason == reason.text) return;
  }
  single_.push_back({std::move(resource), std::string{fact}, reason.cause, std::string{reason.text}, 0});
}

void Skips::count(std::string_view kind, Reason reason, int by) {
  for (Skipped& each : counted_)
    if (each.resource == kind && each.reason == reason.text) {
      each.count += by;
      return;
    }
  counted_.push_back({std::string{kind}, {}, reason.cause, std::string{reason.text}, by});
}

std::vector<Skipped> Skips::take() {
  for (Skipped& each : counted_) single_.push_back(std::move(each));
  counted_.clear();
  return std::move(single_);
}

}  // namespace vertebra::fhir
