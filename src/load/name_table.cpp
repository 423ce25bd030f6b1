#include <utility>

#include "load/expressions.hpp"
#include "load/wording.hpp"

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

std::string NameTable::help_for(std::string_view unknown_name, const base::Reporter& reporter) const {
  const auto gone = withdrawn_.find(unknown_name);
  return gone != withdrawn_.end() ? gone->second : help_for_name(unknown_name, order_, reporter);
}

}  // namespace vertebra::load
