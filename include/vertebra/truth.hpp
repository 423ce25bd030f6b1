#pragma once

#include <cstdint>
#include <string_view>

namespace vertebra {

// What is known of a statement about a patient. A question that was not answered is `unknown`; unknown is never `no`.
// The numbering orders the values, so that `and` is the minimum and `or` the maximum (strong Kleene logic).
enum class Truth : std::uint8_t { no, unknown, yes };

// "no", "unknown" or "yes".
constexpr std::string_view to_string(Truth truth) noexcept {
  return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
}

}  // namespace vertebra
