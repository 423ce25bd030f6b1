#pragma once

#include <cstddef>
#include <optional>

#include "base/place.hpp"
#include "document/node.hpp"

namespace vertebra::document {

// The first comment of a YAML file after the byte `from`. `tree` is what reading the file gave: a `#` after a blank begins
// a comment unless it stands in a quoted text or a block, which the tree knows the places of.
std::optional<base::Place> find_comment(const base::Files& files, int file, const Node& tree, std::size_t from);

}  // namespace vertebra::document
