#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace vertebra::fuzz {

// Ends the run with the input as the witness when a promise is broken.
inline void promise(bool kept, const char* what, std::string_view shown = {}) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n%.*s\n", what, static_cast<int>(shown.size()), shown.data());
  std::abort();
}

inline std::string_view as_text(const unsigned char* data, unsigned long size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace vertebra::fuzz
