#pragma once

#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra {

// What a code means. Views live as long as the program.
struct DiagnosticCode {
  std::string_view code;  // "V0204"
  std::string_view name;  // "unknown-name"
  Severity severity = Severity::error;
  std::string_view about;    // One sentence.
  std::string_view more;     // Why it matters and what to do.
  std::string_view example;  // What shows it, an excerpt; empty where no text can.
  std::string_view mended;
};

// All of them, by number.
std::vector<DiagnosticCode> diagnostic_codes();

}  // namespace vertebra
