#pragma once

#include <string_view>

namespace vertebra::load {

// The word of the grammar that this is in other letters (`AND`, `Not`), as it should be written; else empty.
std::string_view miswritten_reserved_word(std::string_view word) noexcept;

}  // namespace vertebra::load
