#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <hwy/targets.h>

namespace vertebra::eval {

// The kernels of every level that this machine can run, best first.
template <class Kernel>
class KernelLevels {
 public:
  // `targets` are those that were compiled, and table[chosen.GetIndex()]() makes the kernel of one.
  template <class Table, class Index>
  KernelLevels(std::int64_t targets, std::int64_t baseline, const Table& table, Index index) {
    const auto add = [&](std::int64_t target) {
      hwy::ChosenTarget chosen;
      chosen.Update(target);
      const Kernel each = table[index(chosen)]();
      if (count_ == 0 || list_[count_ - 1].level != each.level) list_[count_++] = each;
    };
    // Lower bits are better levels.
    for (auto left = static_cast<std::uint64_t>(hwy::SupportedTargets() & targets); left != 0; left &= left - 1)
      add(static_cast<std::int64_t>(left & -left));
    if (count_ == 0) add(baseline);
  }

  std::span<const Kernel> list() const noexcept { return {list_.data(), count_}; }

 private:
  std::array<Kernel, 64> list_{};
  std::size_t count_ = 0;
};

}  // namespace vertebra::eval
