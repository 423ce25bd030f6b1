#pragma once

#include <string_view>

#include <vertebra/fhir.hpp>

namespace vertebra::fhir {

// Why something is not used. The text is a sentence about the kind of entry, never about its content.
struct Reason {
  Cause cause = Cause::not_found;
  std::string_view text{};  // Empty: there is none.

  explicit operator bool() const noexcept { return !text.empty(); }
};

}  // namespace vertebra::fhir
