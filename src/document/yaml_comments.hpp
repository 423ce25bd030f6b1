#pragma once

#include <cstddef>
#include <optional>

#include "base/place.hpp"
#include "document/node.hpp"

namespace vertebra::document {

// The same texts, keys and order; places and quotes do not count. Both are trees that `read` gave.
bool same_texts(const Node& a, const Node& b);

// The first comment of a YAML file after the byte `from`. `tree` is what reading the file gave: a `#` begins a comment
// where the rest of its line can be left out and the tree stays the same.
std::optional<base::Place> find_comment(const base::Files& files, int file, const Node& tree, std::size_t from);

}  // namespace vertebra::document
