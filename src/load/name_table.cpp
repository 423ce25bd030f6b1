#include <utility>

#include "load/expressions.hpp"

namespace vertebra::load {

bool NameTable::add(std::string name, Meaning meaning) {
  const auto [entry, added] = meanings_.try_emplace(std::move(name), meaning);
  if (added) order_.push_back(entry->first);
  return added;
}

const Meaning* NameTable::find(std::string_view name) const noexcept {
  const auto entry = meanings_.find(name);
  return entry == meanings_.end() ? nullptr : &entry->second;
}

}  // namespace vertebra::load
