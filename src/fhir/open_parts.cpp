#include "fhir/open_parts.hpp"

#include <memory>
#include <type_traits>

namespace vertebra::fhir {
namespace {

template <class Thing>
Row<Thing> row_from(const std::vector<Thing>& things, std::size_t first) {
  return {things.data() + first, things.size() - first};
}

template <class Thing>
Row<Thing> copied(const Row<Thing>& row, std::pmr::memory_resource& memory) {
  static_assert(std::is_trivially_destructible_v<Thing>, "the memory is freed without a look at what is in it");
  if (row.empty()) return {};
  auto* const copy = static_cast<Thing*>(memory.allocate(row.size() * sizeof(Thing), alignof(Thing)));
  std::uninitialized_copy(row.begin(), row.end(), copy);
  return {copy, row.size()};
}

}  // namespace

Resource OpenParts::top() const {
  const Open& top = open_.back();
  Resource result;
  result.element = top.element;
  result.given = top.given;
  result.values = row_from(values_, top.values);
  result.codings = row_from(codings_, top.codings);
  result.parts = row_from(parts_, top.parts);
  result.contained = row_from(contained_, top.contained);
  result.well_formed = top.well_formed;
  return result;
}

void OpenParts::drop() {
  const Open& top = open_.back();
  values_.resize(top.values);
  codings_.resize(top.codings);
  parts_.resize(top.parts);
  contained_.resize(top.contained);
  open_.pop_back();
}

void OpenParts::close_into_outer(std::pmr::memory_resource& memory) {
  Resource part = top();
  make_lasting(part, memory);
  drop();
  if (!part.well_formed) open_.back().well_formed = false;
  parts_.push_back(part);
}

void make_lasting(Resource& resource, std::pmr::memory_resource& memory) {
  resource.values = copied(resource.values, memory);
  resource.codings = copied(resource.codings, memory);
  resource.parts = copied(resource.parts, memory);
  resource.contained = copied(resource.contained, memory);
}

}  // namespace vertebra::fhir
