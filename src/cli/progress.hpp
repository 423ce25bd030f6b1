#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace vertebra::cli {

// A bar on standard error while something takes longer than a second; silent where that is no terminal.
class Progress {
 public:
  // Of a file; of anything else the end is not known.
  explicit Progress(const std::string& path);

  void show(std::uint64_t bytes, std::uint64_t lines);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool is_terminal_;
  std::uint64_t size_ = 0;  // 0: not known.
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
  bool visible_ = false;
};

}  // namespace vertebra::cli
