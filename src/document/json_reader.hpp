#pragma once

#include <optional>

#include "base/reporter.hpp"
#include "document/node.hpp"
#include "document/reader.hpp"
#include "document/source.hpp"

namespace vertebra::document {

// Requires text that passed check_characters. Reports every problem; the tree is of use only when there was none.
std::optional<Node> read_json(const Source& source, base::Reporter& reporter, const Limits& limits);

}  // namespace vertebra::document
