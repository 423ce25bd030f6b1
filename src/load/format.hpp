#pragma once

#include <string>
#include <vector>

#include <vertebra/diagnostic.hpp>

namespace vertebra::load {

struct Formatted {
  std::string text;                     // Empty when something stands in the way.
  std::vector<Diagnostic> diagnostics;  // Why.
};

// The one form of a YAML rule file that authors share: units in UCUM, and the layout of document/yaml_writer.hpp. A first
// line that names a schema for editors is kept; a file with other comments is refused, for they would be lost.
Formatted format_yaml(std::string text, std::string name);

}  // namespace vertebra::load
