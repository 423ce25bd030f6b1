#include "compile/named_by.hpp"

#include <algorithm>

namespace vertebra::compile {

void NamedBy::add(std::uint32_t rule, const std::vector<int>& treatments) {
  for (const int each : treatments) rules_[static_cast<std::size_t>(each)].push_back(rule);
}

std::vector<std::uint32_t> NamedBy::on(const std::vector<int>& line) const {
  std::vector<std::uint32_t> result;
  for (const int each : line) {
    const auto& rules = rules_[static_cast<std::size_t>(each)];
    result.insert(result.end(), rules.begin(), rules.end());
  }
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace vertebra::compile
