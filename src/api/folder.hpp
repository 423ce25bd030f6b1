#pragma once

#include <string_view>
#include <vector>

#include "load/loader.hpp"

namespace vertebra {

// Reads and checks all of a folder; files are named in messages as the caller would write them.
load::Loaded read_rules(std::string_view folder);

// Names files of a folder as the caller would write them, so that a terminal or an editor can open them.
std::string placed(std::string_view file, std::string_view folder);
std::vector<Diagnostic> placed(std::vector<Diagnostic> diagnostics, std::string_view folder);

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more);

}  // namespace vertebra
