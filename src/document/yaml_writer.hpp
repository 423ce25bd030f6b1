#pragma once

#include <string>

#include "document/node.hpp"

namespace vertebra::document {

// One layout for everybody: blocks of two spaces, a blank line between the sections at the top, short maps and lists of
// plain things on one line, quotes only where they are needed. Reading it gives the same texts in the same order.
std::string write_yaml(const Node& root);

}  // namespace vertebra::document
