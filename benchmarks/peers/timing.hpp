#pragma once

#include <malloc.h>

#include <chrono>
#include <cstddef>
#include <fstream>
#include <string>

namespace peers {

// Nanoseconds that one call of `work` takes, at least `least_ms` in all.
template <class Work>
double time_of(Work work, double least_ms) {
  using Clock = std::chrono::steady_clock;
  std::size_t calls = 0;
  const auto begin = Clock::now();
  double ns = 0;
  do {
    work();
    ++calls;
    ns = std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
  } while (ns < least_ms * 1e6);
  return ns / static_cast<double>(calls);
}

// The most memory that `work` adds to what this process holds, in MiB.
template <class Work>
double memory_of(Work work) {
  const auto kib = [](const std::string& line) {
    std::ifstream status{"/proc/self/status"};
    double value = 0;
    for (std::string word; status >> word;) {
      if (word == line) status >> value;
    }
    return value;
  };
  malloc_trim(0);
  std::ofstream{"/proc/self/clear_refs"} << 5;  // The peak starts again from here.
  const double before = kib("VmRSS:");
  work();
  return (kib("VmHWM:") - before) / 1024;
}

}  // namespace peers
