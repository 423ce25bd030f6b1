#pragma once

#include <string>

#include "cli/reply.hpp"

namespace vertebra::cli {

// Lets the program `dot` of Graphviz turn a graph into SVG; `program` is who says so when that fails.
Reply svg_reply(const std::string& program, const std::string& dot);

}  // namespace vertebra::cli
