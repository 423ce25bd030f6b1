#pragma once

// The version of the library, by semantic versioning; README.md says what it promises.
#define VERTEBRA_VERSION_MAJOR 0
#define VERTEBRA_VERSION_MINOR 1
#define VERTEBRA_VERSION_PATCH 0

namespace vertebra {

// The version of the library that was linked, as "0.1.0". Compare it with the macros to find a mixed installation.
const char* version() noexcept;

}  // namespace vertebra
