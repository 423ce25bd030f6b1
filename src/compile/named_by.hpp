#pragma once

#include <cstdint>
#include <vector>

namespace vertebra::compile {

// Which rules name which treatments and groups, so that a large catalogue is not compared with every rule.
class NamedBy {
 public:
  explicit NamedBy(std::size_t treatments) : rules_(treatments) {}

  void add(std::uint32_t rule, const std::vector<int>& treatments);
  // The rules that name one of a line, ascending, each once.
  std::vector<std::uint32_t> on(const std::vector<int>& line) const;

 private:
  std::vector<std::vector<std::uint32_t>> rules_;  // By treatment.
};

}  // namespace vertebra::compile
