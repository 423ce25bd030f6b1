#pragma once

#include <string>

namespace vertebra::cli {

// Lets the program `dot` of Graphviz turn a graph into SVG. Returns what went wrong; empty when nothing did.
std::string draw_svg(const std::string& dot, std::string& svg);

}  // namespace vertebra::cli
