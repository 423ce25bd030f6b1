#include <vertebra/version.hpp>

#define VERTEBRA_TEXT_OF(value) #value
#define VERTEBRA_TEXT(value) VERTEBRA_TEXT_OF(value)

namespace vertebra {

const char* version() noexcept {
  return VERTEBRA_TEXT(VERTEBRA_VERSION_MAJOR) "." VERTEBRA_TEXT(VERTEBRA_VERSION_MINOR) "." VERTEBRA_TEXT(
      VERTEBRA_VERSION_PATCH);
}

}  // namespace vertebra
