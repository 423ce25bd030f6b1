#include <vertebra/format.hpp>

#include "load/format.hpp"

namespace vertebra {

FormatResult format_yaml(std::string_view text, std::string_view name) {
  auto formatted = load::format_yaml(std::string{text}, std::string{name});
  return {std::move(formatted.text), std::move(formatted.diagnostics)};
}

}  // namespace vertebra
