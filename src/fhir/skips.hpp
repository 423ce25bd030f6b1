#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/fhir.hpp>

#include "fhir/reason.hpp"
#include "fhir/record.hpp"

namespace vertebra::fhir {

// Collects what was not used: single entries in record order, and those that are only counted.
class Skips {
 public:
  // What is said twice in a row is kept once. An empty fact: it would have said nothing of a single one.
  void add(const Resource& resource, std::string_view fact, Reason reason);
  void count(std::string_view kind, Reason reason, int by = 1);

  std::vector<Skipped> take();

 private:
  std::vector<Skipped> single_;
  const Resource* last_ = nullptr;  // Of them.
  std::vector<Skipped> counted_;
};

}  // namespace vertebra::fhir
