#pragma once

#include <string>

#include "document/node.hpp"

// How a scalar is written so that reading gives it back.
namespace vertebra::document {

enum class Inside { block, flow };  // Flow is between brackets or braces.

// True when a scalar is to stand in a `|` block: it has several lines, and a block can hold them.
bool needs_block(const Node& scalar) noexcept;

// On one line: as it is, or in double quotes where it could be read otherwise.
std::string scalar_text(const Node& scalar, Inside inside);

}  // namespace vertebra::document
