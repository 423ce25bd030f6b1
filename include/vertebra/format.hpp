#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra {

struct FormatResult {
  std::string text;                     // Set when no diagnostic is an error.
  std::vector<Diagnostic> diagnostics;  // In file order.
};

// The one layout of a YAML rule file: formatting it again changes nothing, and it means what it meant. `name` stands in
// messages. Refused: a text that cannot be read, and one with comments, which would be lost (V0501); only a first line that
// names a schema for editors is kept. What names mean is not looked at.
FormatResult format_yaml(std::string_view text, std::string_view name);

}  // namespace vertebra
