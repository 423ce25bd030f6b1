#pragma once

#include "base/reporter.hpp"
#include "document/node.hpp"

namespace vertebra::load {

// Reports each plain `null` of a rule file, where it stands for a value that somebody still wanted to write; it is a word of
// patients only. False when there is one.
bool has_all_values(const document::Node& tree, base::Reporter& reporter);

}  // namespace vertebra::load
