#include "fhir/mapping.hpp"

namespace vertebra::fhir {

std::string_view Mapping::State::system(std::string_view uri) const {
  const auto found = systems.find(uri);
  return found == systems.end() ? std::string_view{} : std::string_view{found->second};
}

}  // namespace vertebra::fhir
