#include "fhir/mapping.hpp"

namespace vertebra::fhir {

std::string key_of(std::string_view system, std::string_view code) {
  return std::string{system} + "|" + std::string{code};
}

}  // namespace vertebra::fhir
